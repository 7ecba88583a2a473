"""The foot of a call: what can still be done with it, each with its key."""

from collections.abc import Callable

from app.forms.aside import RAISED
from app.forms.spec import Form
from app.records.calls import Call
from app.records.drafts import Draft
from app.ui.form.foot import FootBar


class CallFoot(FootBar):
    def __init__(
        self,
        keep: Callable[[], None],
        print_slip: Callable[[], None],
        dispatch: Callable[[], None],
        save: Callable[[], None],
    ) -> None:
        super().__init__()
        self.keep_button = self.add_button(self.tr("存草稿"), "Ctrl+S", keep)
        self.slip_button = self.add_button(self.tr("打印派工单"), "F8", print_slip, icon="printer")
        self.order_button = self.add_button(self.tr("派工"), "F9", dispatch, icon="send")
        self.save_button = self.add_button(self.tr("保存"), "Ctrl+Enter", save, icon="save", primary=True)

    def offer(self, form: Form, record: Draft | Call, *, is_ordered: bool, is_wanting: bool) -> None:
        """*is_wanting*: there is something to be saved. Of an emergency the slip goes before all else."""
        is_urgent = isinstance(record, Draft) and RAISED in record.answers
        self.keep_button.setVisible(is_wanting)
        self.save_button.setVisible(is_wanting)
        self.save_button.lead(not is_urgent)
        self.order_button.setVisible(bool(form.order) and not is_ordered)
        self.slip_button.setVisible(bool(form.order))
        self.slip_button.lead(is_urgent or (is_ordered and not is_wanting))
