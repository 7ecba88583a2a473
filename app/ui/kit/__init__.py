"""Pieces any panel may use; they know no business."""
