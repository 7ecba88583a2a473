<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AddressHelp</name>
    <message>
        <source>{}（按街道名册：{}）</source>
        <translation>{} (street roster: {})</translation>
    </message>
    <message>
        <source>派往：{}</source>
        <translation>Goes to: {}</translation>
    </message>
    <message>
        <source>“{}”今为“{}”</source>
        <translation>&quot;{}&quot; is &quot;{}&quot; today</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>用浏览器打开</source>
        <translation>Open in browser</translation>
    </message>
    <message>
        <source>不打开</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>这是外部网页：{}</source>
        <translation>A page of the web: {}</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>写明事实，Enter 确认，Esc 不写</source>
        <translation>Facts only; Enter to say it, Esc to drop it</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>先不做</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>AttachmentPart</name>
    <message>
        <source>照片、录音</source>
        <translation>Photo or sound</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>有，{} 可以听</source>
        <translation>Kept; {} may hear it</translation>
    </message>
    <message>
        <source>通话录音</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>正在从中心库取，不影响别的</source>
        <translation>on its way from central, behind all else</translation>
    </message>
    <message>
        <source>照片和录音 ({})</source>
        <translation>Photos and sounds ({})</translation>
    </message>
    <message>
        <source>添加照片或录音</source>
        <translation>Attach a photo or sound</translation>
    </message>
    <message>
        <source>剪贴板里没有图片。先截图或复制图片，再按 Ctrl+V。</source>
        <translation>No picture was copied. Copy one or take a screenshot, then press Ctrl+V.</translation>
    </message>
    <message>
        <source>已添加“{}”，{}；有网时在后台送往中心库。</source>
        <translation>&quot;{}&quot; is attached, {}; it goes to central when there is time.</translation>
    </message>
    <message>
        <source>录音只有 {} 可以听。</source>
        <translation>Only {} may hear sounds.</translation>
    </message>
    <message>
        <source>本中心不在席位上放录音：放音的程序不随本席锁定。可请管理员在规则里打开。</source>
        <translation>No sounds are played at seats here: a player does not lock with the seat. Ask the administrator for the rule.</translation>
    </message>
    <message>
        <source>录音还在从中心库取，取到后再放。</source>
        <translation>The sound is still on its way. Try again when it is here.</translation>
    </message>
    <message>
        <source>没有能放这种录音的程序。</source>
        <translation>No program here plays this kind of sound.</translation>
    </message>
    <message>
        <source>录音编号 {}，请在录音系统里听。</source>
        <translation>Recording {}: hear it in the recorder.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>哪一次受理</source>
        <translation>Which call</translation>
    </message>
    <message>
        <source>录音编号</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>录音系统里的编号或文件名</source>
        <translation>Its number or file name in the recorder</translation>
    </message>
    <message>
        <source>登记通话录音</source>
        <translation>Note a recording</translation>
    </message>
    <message>
        <source>已登记。</source>
        <translation>Noted.</translation>
    </message>
    <message>
        <source>粘贴图片  Ctrl+V</source>
        <translation>Paste a picture  Ctrl+V</translation>
    </message>
    <message>
        <source>打开 {}</source>
        <translation>Open {}</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>正在打印 {} 张派工单：已送出 {} 张</source>
        <translation>Printing {} slips: {} sent</translation>
    </message>
    <message>
        <source>其余不打</source>
        <translation>Stop the rest</translation>
    </message>
    <message>
        <source>{} 张派工单：已送出 {} 张，没有打出 {} 张</source>
        <translation>{} slips: {} sent, {} not printed</translation>
    </message>
    <message>
        <source>打开打印队列</source>
        <translation>Open the print queue</translation>
    </message>
    <message>
        <source>{} 张派工单都已送出。</source>
        <translation>All {} slips are sent.</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>转紧急</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>身份已核对  {}</source>
        <translation>Identity verified  {}</translation>
    </message>
    <message>
        <source>原先按“{}”填的，都留着：{}</source>
        <translation>Filled in as &quot;{}&quot; before, all kept: {}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>派工单存为 PDF</source>
        <translation>Slips saved as PDF</translation>
    </message>
    <message>
        <source>选择打印机  Ctrl+Shift+F8</source>
        <translation>Choose the printer  Ctrl+Shift+F8</translation>
    </message>
    <message>
        <source>F1 按键</source>
        <translation>F1 Keys</translation>
    </message>
    <message>
        <source>待发送 {}</source>
        <translation>To send {}</translation>
    </message>
    <message>
        <source>最早 {}</source>
        <translation>oldest {}</translation>
    </message>
    <message>
        <source>需要处理 {}</source>
        <translation>Needs attention {}</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>最后同步 {}</source>
        <translation>Last sync {}</translation>
    </message>
    <message>
        <source>打印机 {}</source>
        <translation>Printer {}</translation>
    </message>
    <message>
        <source>正在打印派工单…</source>
        <translation>Printing the slip…</translation>
    </message>
</context>
<context>
    <name>BulkPage</name>
    <message>
        <source>没有等着整体派工的工单。普通维修开单后会等在这里，急件马上派出。</source>
        <translation>No orders wait for the round. Ordinary repairs wait here once made; urgent ones go out at once.</translation>
    </message>
    <message>
        <source>整体派工</source>
        <translation>The round of orders</translation>
    </message>
    <message>
        <source>这次不派</source>
        <translation>Not this time</translation>
    </message>
    <message>
        <source>派出</source>
        <translation>Send out</translation>
    </message>
    <message>
        <source>急件：不等整体派工</source>
        <translation>Urgent: do not wait for the round</translation>
    </message>
    <message>
        <source>急件 {} 张</source>
        <translation>{} urgent</translation>
    </message>
    <message>
        <source>{} 张等着</source>
        <translation>{} waiting</translation>
    </message>
    <message>
        <source>派出 {} 张</source>
        <translation>Send out {}</translation>
    </message>
    <message>
        <source>{} 张</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>{} 开单</source>
        <translation>made {}</translation>
    </message>
    <message>
        <source>照派</source>
        <translation>Send after all</translation>
    </message>
    <message>
        <source>已派出 {} 张工单。派错的打开后作废重开（Alt+M）。</source>
        <translation>{} orders sent out. Open a wrong one to void it and make it anew (Alt+M).</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>接听</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>出单</source>
        <translation>Printed</translation>
    </message>
</context>
<context>
    <name>CallFoot</name>
    <message>
        <source>存草稿</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>打印派工单</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>CallHead</name>
    <message>
        <source>首问 {}</source>
        <translation>Taken by {}</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>并入 {}</source>
        <translation>Joins {}</translation>
    </message>
    <message>
        <source>案件 {}</source>
        <translation>Case {}</translation>
    </message>
    <message>
        <source>有欠项</source>
        <translation>Fields owed</translation>
    </message>
    <message>
        <source>线路 {}</source>
        <translation>line {}</translation>
    </message>
    <message>
        <source>振铃 {}</source>
        <translation>rang {}</translation>
    </message>
    <message>
        <source>接听 {}</source>
        <translation>answered {}</translation>
    </message>
    <message>
        <source>挂断 {}</source>
        <translation>ended {}</translation>
    </message>
    <message>
        <source>电话系统：{}</source>
        <translation>Phone system: {}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>草稿已存在本机，随时可以接着填。</source>
        <translation>Draft saved on this seat; go on with it at any time.</translation>
    </message>
    <message>
        <source>已补存，案件要的都齐了。</source>
        <translation>Added. The case has all it asks for.</translation>
    </message>
    <message>
        <source>没有新填的内容，记录没有变。</source>
        <translation>No new entry; the call is unchanged.</translation>
    </message>
    <message>
        <source>已补存。</source>
        <translation>Added to the call.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
</context>
<context>
    <name>CallbackPage</name>
    <message>
        <source>这次回电的说明，可以不填；和结果一起记下</source>
        <translation>A note on this attempt, if any; kept with its result</translation>
    </message>
    <message>
        <source>这次回电的说明</source>
        <translation>Note on this attempt</translation>
    </message>
    <message>
        <source>由我回电</source>
        <translation>I will call</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>看记录</source>
        <translation>Show record</translation>
    </message>
    <message>
        <source>登记结果</source>
        <translation>Enter result</translation>
    </message>
    <message>
        <source>数字、结果或首字母</source>
        <translation>Digit or result</translation>
    </message>
    <message>
        <source>回电的结果</source>
        <translation>Result of the callback</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 记下 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter keeps · Esc back</translation>
    </message>
    <message>
        <source>未显示号码</source>
        <translation>Number withheld</translation>
    </message>
    <message>
        <source>回电 {}</source>
        <translation>Callback {}</translation>
    </message>
    <message>
        <source>回访 {}</source>
        <translation>Visit call {}</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>回访的是</source>
        <translation>Who is called</translation>
    </message>
    <message>
        <source>回电</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>来过的电话</source>
        <translation>Calls that came</translation>
    </message>
    <message>
        <source>试过的</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>欠下</source>
        <translation>Owed since</translation>
    </message>
    <message>
        <source>最迟</source>
        <translation>Due by</translation>
    </message>
    <message>
        <source>再拨</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>谁来回</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>还没有人</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>打进来的线路</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>办完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>照着问</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>{}，在服务时间以外</source>
        <translation>{}, after hours</translation>
    </message>
    <message>
        <source>电话系统</source>
        <translation>phone system</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>Left message</translation>
    </message>
    <message>
        <source>投诉的回访在案件里登记：客户满意吗、怎么说。</source>
        <translation>What the customer says of a complaint is entered on its case.</translation>
    </message>
    <message>
        <source>回电已办完，记录留着。</source>
        <translation>The callback is done; the record stays.</translation>
    </message>
    <message>
        <source>已记下，{} 再拨。</source>
        <translation>Kept. Try again at {}.</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>填入表单</source>
        <translation>Fill in form</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>File</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>还有 {} 个号码或地址</source>
        <translation>{} more numbers or addresses</translation>
    </message>
    <message>
        <source>由 {} 份档案合并</source>
        <translation>Merged from {} files</translation>
    </message>
    <message>
        <source>{} 天内来电 {} 次</source>
        <translation>In {} days: {} calls</translation>
    </message>
    <message>
        <source>提议（未确认）：{}。{}（{}）</source>
        <translation>Proposed, not confirmed: {}. {} ({})</translation>
    </message>
    <message>
        <source>● {}：{}（{} 提议，{} 确认）</source>
        <translation>● {}: {} (proposed by {}, confirmed by {})</translation>
    </message>
    <message>
        <source>更正姓名、号码、地址…</source>
        <translation>Correct name, numbers, addresses…</translation>
    </message>
    <message>
        <source>与另一份档案合并…</source>
        <translation>Merge with another file…</translation>
    </message>
    <message>
        <source>拆开最近一次合并</source>
        <translation>Undo the last merge</translation>
    </message>
    <message>
        <source>提议标记</source>
        <translation>Propose a mark</translation>
    </message>
    <message>
        <source>确认标记：{}</source>
        <translation>Confirm the mark: {}</translation>
    </message>
    <message>
        <source>驳回标记“{}”，原因：</source>
        <translation>Reason for refusing &quot;{}&quot;:</translation>
    </message>
    <message>
        <source>驳回标记：{}…</source>
        <translation>Refuse the mark: {}…</translation>
    </message>
    <message>
        <source>解除标记“{}”，原因：</source>
        <translation>Reason for lifting &quot;{}&quot;:</translation>
    </message>
    <message>
        <source>解除标记：{}…</source>
        <translation>Lift the mark: {}…</translation>
    </message>
    <message>
        <source>已拆成两份档案，各自的记录都在原处。</source>
        <translation>Two files again, each with its own records.</translation>
    </message>
    <message>
        <source>这已经是同一位客户的档案。</source>
        <translation>These are files of one customer already.</translation>
    </message>
    <message>
        <source>两份档案已合并显示，随时可以拆开。</source>
        <translation>Two files are shown as one; this can be undone at any time.</translation>
    </message>
    <message>
        <source>提议标记“{}”，原因：</source>
        <translation>Reason for proposing &quot;{}&quot;:</translation>
    </message>
    <message>
        <source>已提议，等值班长或主管确认。确认前只作为提议显示。</source>
        <translation>Proposed. Until a lead or supervisor confirms it, it is shown as a proposal.</translation>
    </message>
</context>
<context>
    <name>CallerPane</name>
    <message>
        <source>核对身份</source>
        <translation>Verify identity</translation>
    </message>
    <message>
        <source>查找来电人  F4</source>
        <translation>Find caller  F4</translation>
    </message>
    <message>
        <source>号码中任意 4 位、姓名、拼音或首字母、地址</source>
        <translation>Any 4 digits of a number, a name, its pinyin or initials, an address</translation>
    </message>
    <message>
        <source>查找来电人</source>
        <translation>Find caller</translation>
    </message>
    <message>
        <source>找到的来电人</source>
        <translation>Callers found</translation>
    </message>
    <message>
        <source>来电人的事项</source>
        <translation>Matters of the caller</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>欠回电 {}</source>
        <translation>Callbacks owed: {}</translation>
    </message>
    <message>
        <source>最迟 {}</source>
        <translation>By {}</translation>
    </message>
    <message>
        <source>未结 {}</source>
        <translation>Open {}</translation>
    </message>
    <message>
        <source>{} · 滞留 {}</source>
        <translation>{} · for {}</translation>
    </message>
    <message>
        <source>最近 {}</source>
        <translation>Recent {}</translation>
    </message>
    <message>
        <source>找另一份档案，Enter 合并，Esc 作罢</source>
        <translation>Find the other file: Enter merges, Esc stops</translation>
    </message>
    <message>
        <source>没有找到。换号码中的 4 位、姓名、拼音或地址再试。</source>
        <translation>Nobody found. Try 4 other digits, a name, its pinyin or an address.</translation>
    </message>
    <message>
        <source>第一次来电，没有记录。保存后就会记住。</source>
        <translation>First call, nothing on record. Saving will remember the caller.</translation>
    </message>
    <message>
        <source>输入来电号码或姓名，这里会显示来电人：先是未结的事项，再是最近五次。</source>
        <translation>Type the number or name to see the caller here: open matters first, then the last five calls.</translation>
    </message>
</context>
<context>
    <name>CaseMoves</name>
    <message>
        <source>这个案件现在不能退回。</source>
        <translation>This case cannot be returned now.</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>请示上级</source>
        <translation>Escalate</translation>
    </message>
    <message>
        <source>{}的答复、催办：{}</source>
        <translation>{}: answer or remind {}</translation>
    </message>
    <message>
        <source>看请示：{}</source>
        <translation>Escalation: {}</translation>
    </message>
    <message>
        <source>打开并入的案件 {}</source>
        <translation>Open case {} it went into</translation>
    </message>
    <message>
        <source>打开并进来的案件 {}</source>
        <translation>Open merged case {}</translation>
    </message>
    <message>
        <source>{}还差几项，请在受理记录里补上。</source>
        <translation>{}: some answers are still missing. Please fill them in on the call.</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>答复时限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>要看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>并入哪个案件</source>
        <translation>Into which case</translation>
    </message>
    <message>
        <source>转给谁</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>已请 {} {}。</source>
        <translation>{} is asked: {}.</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>打印派工单</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>这个案件还没有传到本席，同步后再打开。</source>
        <translation>This case has not reached this seat yet; open it after the next sync.</translation>
    </message>
    <message>
        <source>案件 {}</source>
        <translation>Case {}</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>受理内容</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>来电人</source>
        <translation>Callers</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Priority order</translation>
    </message>
    <message>
        <source>未核对身份</source>
        <translation>Identity not checked</translation>
    </message>
    <message>
        <source>其他席位的座席员</source>
        <translation>Agent of another seat</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merged into</translation>
    </message>
    <message>
        <source>并进来的</source>
        <translation>Merged here</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>立案标准</source>
        <translation>Filing standard</translation>
    </message>
    <message>
        <source>结案标准</source>
        <translation>Closing standard</translation>
    </message>
    <message>
        <source>各类案件</source>
        <translation>Any case</translation>
    </message>
    <message>
        <source>核实与核查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>请示</source>
        <translation>Escalations</translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>{} 请求</source>
        <translation>asked {}</translation>
    </message>
    <message>
        <source>催过 {} 次</source>
        <translation>reminded {}×</translation>
    </message>
    <message>
        <source>{} 答复</source>
        <translation>answered {}</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Call no.</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>时限 {}</source>
        <translation>due {}</translation>
    </message>
    <message>
        <source>派工还差几项，请在受理记录里补上。</source>
        <translation>Some fields are missing for dispatch. Please add them in the call.</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>投诉处理单</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>案件处理单</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>受理内容</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Call</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>系统空闲 {span}，自动锁定</source>
        <translation>Locked by itself: nobody at the computer for {span}</translation>
    </message>
    <message>
        <source>程序里 {span}没有输入，自动锁定</source>
        <translation>Locked by itself: nothing typed or clicked here for {span}</translation>
    </message>
    <message>
        <source>操作系统锁屏，本席一起锁定</source>
        <translation>Locked with the operating system</translation>
    </message>
    <message>
        <source>电脑睡眠，本席一起锁定</source>
        <translation>Locked as the computer went to sleep</translation>
    </message>
    <message>
        <source>电脑睡眠或停顿过，自动锁定</source>
        <translation>Locked by itself: the computer slept or stood still</translation>
    </message>
    <message>
        <source>窗口没有回应，自动锁定</source>
        <translation>Locked by itself: the window did not answer</translation>
    </message>
    <message>
        <source>从托盘图标锁定</source>
        <translation>Locked from the tray icon</translation>
    </message>
    <message>
        <source>您的工号已停用，本席已锁定</source>
        <translation>Your account was disabled; this seat is locked</translation>
    </message>
    <message>
        <source>您的工号在别的席位登录了，本席已锁定</source>
        <translation>You signed in at another seat; this one is locked</translation>
    </message>
    <message>
        <source>值班长锁定了本席</source>
        <translation>Locked by the shift lead</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>本席已锁定，数据已收好；但操作系统没有一起锁上。请您用系统的按键锁屏，并告诉值班长。</source>
        <translation>The seat is locked, the operating system is not: please lock it by its own key, and tell the lead.</translation>
    </message>
    <message>
        <source>{at} 窗口没有回应，程序已自行结束。输入过的都在草稿里，请登录后接着做。</source>
        <translation>{at}: the window did not answer, so the program ended itself. What you typed is in your drafts; sign in to go on.</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>数字、渠道名或首字母</source>
        <translation>Digit or channel</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 确定 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter takes · Esc back</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>拼音或 ↓</source>
        <translation>Type, or ↓</translation>
    </message>
</context>
<context>
    <name>ClockNotes</name>
    <message>
        <source>{} 项快到时限，最早的是 {}，{} 前。</source>
        <translation>{} deadlines are near, first {}, by {}.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>快到时限：{}，{} 前（{}）。</source>
        <translation>Deadline near: {}, by {} ({}).</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{} 项已超时，刚超时的是 {}。</source>
        <translation>{} are overdue, the latest {}.</translation>
    </message>
    <message>
        <source>已超时：{}，最迟 {}（{}）。</source>
        <translation>Overdue: {}, due {} ({}).</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>办理时限</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>{}（暂定）</source>
        <translation>{} (provisional)</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>快到时限</source>
        <translation>Near</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>超时：{}</source>
        <translation>late: {}</translation>
    </message>
    <message>
        <source>{}，从 {} 起算</source>
        <translation>{}, counted from {}</translation>
    </message>
    <message>
        <source>{}（{}）</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>最迟</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>计时</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>告诉</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>{} 年的放假安排程序还不知道，暂按周一至周五算，知道后会变。</source>
        <translation>The holidays of {} are not known yet: Mondays to Fridays are counted for now, and this will change.</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{name}：本月还没有转出的，平均限 {limit}</source>
        <translation>{name}: none sent on this month, mean at most {limit}</translation>
    </message>
    <message>
        <source>{name}：本月平均 {mean}，限 {limit}（{count} 件共 {spent}）</source>
        <translation>{name}: this month&apos;s mean {mean} of {limit} ({spent} for {count})</translation>
    </message>
    <message>
        <source>；案件太多，只算了最近的</source>
        <translation>; too many cases, only the newest counted</translation>
    </message>
    <message>
        <source>；已超平均，下一件请马上转出</source>
        <translation>; over the mean, send the next on at once</translation>
    </message>
    <message>
        <source>；下一件最迟 {} 转出</source>
        <translation>; the next must leave by {}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>{} 个工作日</source>
        <translation>{} working days</translation>
    </message>
    <message>
        <source>{} 天</source>
        <translation>{} days</translation>
    </message>
    <message>
        <source>{} 小时</source>
        <translation>{} hours</translation>
    </message>
    <message>
        <source>{} 分钟</source>
        <translation>{} minutes</translation>
    </message>
    <message>
        <source>按自然时间，日夜都算</source>
        <translation>day and night</translation>
    </message>
    <message>
        <source>{}，{}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>只算每天 {}</source>
        <translation>counting only {} every day</translation>
    </message>
    <message>
        <source>只算工作日 {}</source>
        <translation>counting only {} on workdays</translation>
    </message>
    <message>
        <source>{}，休息日 {}</source>
        <translation>{}, {} on days off</translation>
    </message>
    <message>
        <source>{} 停走</source>
        <translation>stands still {}</translation>
    </message>
    <message>
        <source>{} 放宽到 {}，在这段时间里走得慢</source>
        <translation>{} relaxed to {}: it runs slower then</translation>
    </message>
    <message>
        <source>到时限前 {}</source>
        <translation>{} before</translation>
    </message>
    <message>
        <source>过了 {}</source>
        <translation>after {}</translation>
    </message>
    <message>
        <source>{}：{}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>ClocksPage</name>
    <message>
        <source>时限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>没有在走的时限。案件、工单有了时限，会出现在这里。</source>
        <translation>Nothing runs against time. Cases and orders with a deadline are listed here.</translation>
    </message>
    <message>
        <source>打开这一条</source>
        <translation>Open this one</translation>
    </message>
    <message>
        <source>只列最先到的，没有全部</source>
        <translation>Only those due first are listed</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>快到时限</source>
        <translation>Near</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>ClosingsPage</name>
    <message>
        <source>没有要结的置换通气工单。开单两天内要结，会排在这里由大家分担。</source>
        <translation>No gas-on orders to close. They are closed within two days and stand here to be shared.</translation>
    </message>
    <message>
        <source>置换通气结单</source>
        <translation>Gas-on orders to close</translation>
    </message>
    <message>
        <source>{} 张超过两天</source>
        <translation>{} over two days</translation>
    </message>
    <message>
        <source>{} 张要结</source>
        <translation>{} to close</translation>
    </message>
    <message>
        <source>{} 张</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>还没有人结</source>
        <translation>Nobody&apos;s yet</translation>
    </message>
    <message>
        <source>七天内结了 {} 张</source>
        <translation>{} closed within seven days</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>动作、编号、草稿或来电人：名字、拼音、首字母、4 位以上数字</source>
        <translation>Action, number, draft or caller: name, initials, 4 digits or more</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>没有找到。换名字、拼音首字母，或编号、号码中的 4 位再试。</source>
        <translation>Nothing found. Try another name, its initials, or 4 digits of a number.</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 执行 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter run · Esc back</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
</context>
<context>
    <name>ComplaintPart</name>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>投诉处理完毕</source>
        <translation>Complaint handled</translation>
    </message>
    <message>
        <source>已反馈客户</source>
        <translation>Customer told</translation>
    </message>
    <message>
        <source>投诉回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>交办投诉</source>
        <translation>Assign complaint</translation>
    </message>
    <message>
        <source>您被投诉，由他人处理</source>
        <translation>About you: others handle it</translation>
    </message>
    <message>
        <source>{} 交办</source>
        <translation>assigned by {}</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>About</translation>
    </message>
    <message>
        <source>投诉分类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>交由</source>
        <translation>Assigned to</translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>改进</source>
        <translation>To be better</translation>
    </message>
    <message>
        <source>反馈客户</source>
        <translation>Customer told</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Called back</translation>
    </message>
    <message>
        <source>交由谁处理</source>
        <translation>Who handles it</translation>
    </message>
    <message>
        <source>工号或姓名</source>
        <translation>Number or name</translation>
    </message>
    <message>
        <source>不是本中心的人就空着；被投诉人不能处理</source>
        <translation>Empty for nobody of ours; they may not handle it</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>重新交办投诉</source>
        <translation>Assign again</translation>
    </message>
    <message>
        <source>已交办。</source>
        <translation>Assigned.</translation>
    </message>
    <message>
        <source>处理完毕时间</source>
        <translation>Handled at</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>改进措施</source>
        <translation>To be better</translation>
    </message>
    <message>
        <source>已记下处理结果，接下来反馈客户。</source>
        <translation>Result noted. Next: tell the customer.</translation>
    </message>
    <message>
        <source>反馈时间</source>
        <translation>Told at</translation>
    </message>
    <message>
        <source>向客户说了什么</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>已记下反馈，接下来回访。</source>
        <translation>Noted. Next: call the customer back.</translation>
    </message>
    <message>
        <source>回访时间</source>
        <translation>Called at</translation>
    </message>
    <message>
        <source>客户满意吗</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>客户怎么说</source>
        <translation>What they say</translation>
    </message>
    <message>
        <source>已记下回访。</source>
        <translation>Callback noted.</translation>
    </message>
</context>
<context>
    <name>ComplaintStrips</name>
    <message>
        <source>查看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>{} 有投诉待交办：{}</source>
        <translation>A complaint of {} is to be assigned: {}</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>打开记录</source>
        <translation>Open record</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>改成…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>用我的</source>
        <translation>Use mine</translation>
    </message>
    <message>
        <source>用对方的</source>
        <translation>Use theirs</translation>
    </message>
    <message>
        <source>用改好的</source>
        <translation>Use this</translation>
    </message>
    <message>
        <source>这条冲突还没有传到本席，同步后再打开。</source>
        <translation>This conflict has not reached this seat yet; open it after the next sync.</translation>
    </message>
    <message>
        <source>冲突 · {}</source>
        <translation>Conflict · {}</translation>
    </message>
    <message>
        <source>冲突待处理</source>
        <translation>Open conflict</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Seen to</translation>
    </message>
    <message>
        <source>用左边的</source>
        <translation>Use left</translation>
    </message>
    <message>
        <source>用右边的</source>
        <translation>Use right</translation>
    </message>
    <message>
        <source>其他席位的座席员</source>
        <translation>Agent of another seat</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>Seat {}</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>两个席位把这一项写得不一样，中心库用了其中一个。请选一个，或改成别的；两边的内容都会留着。</source>
        <translation>Two seats wrote different things here, and central uses one of them. Choose one, or edit; both are kept.</translation>
    </message>
    <message>
        <source>发现时间</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>记录里现在是</source>
        <translation>In the record now</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>“{}”用了“{}”。</source>
        <translation>{} is now &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>DirectoryBox</name>
    <message>
        <source>事项、区域、街道、名字、首字母或号码；几个词用空格隔开</source>
        <translation>Matter, area, street, name, initials or number; several words with spaces</translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 记入这通受理 · {} 复制号码 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter notes it in this call · {} copies the number · Esc back</translation>
    </message>
    <message>
        <source>通讯录：联系谁、转给谁</source>
        <translation>Directory: whom to call or transfer to</translation>
    </message>
    <message>
        <source>{} 联系/转接：{} {}</source>
        <translation>{} called or transferred to: {} {}</translation>
    </message>
    <message>
        <source>已记入这通受理：{} {}</source>
        <translation>Noted in this call: {} {}</translation>
    </message>
    <message>
        <source>前面没有正在填的受理，没有记。{} {}</source>
        <translation>No call is being filled in here, so nothing was noted. {} {}</translation>
    </message>
    <message>
        <source>本中心的规则不允许您复制号码，没有复制。</source>
        <translation>The centre&apos;s rules do not let you copy numbers: nothing was copied.</translation>
    </message>
    <message>
        <source>号码已复制，已留痕。</source>
        <translation>Number copied; that it was is kept.</translation>
    </message>
</context>
<context>
    <name>DirectoryPicker</name>
    <message>
        <source>没有找到。换一个事项、区域、街道、名字或号码再试。</source>
        <translation>Nothing found. Try another matter, area, street, name or number.</translation>
    </message>
    <message>
        <source>通讯录还是空的：在 rules/directory.yaml 里一行写一个。</source>
        <translation>The directory is empty: rules/directory.yaml takes one a line.</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>from {}</translation>
    </message>
    <message>
        <source>当值</source>
        <translation>there now</translation>
    </message>
</context>
<context>
    <name>DisputedPage</name>
    <message>
        <source>不是本人的登录</source>
        <translation>Sign-ins denied</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{} 说这次登录不是本人。当时连不上中心库，密码没有经中心库核对。记录按座席员的权限收下，都留着；请问席位 {} 当时在班的人，要更正的逐条打开，再按“已处理”。</source>
        <translation>{} says this was somebody else. Central was out of reach and did not check the password. The entries were taken with an agent&apos;s rights and are kept. Ask who was on duty at seat {}, open and correct what needs it, then press Done.</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>From {}</translation>
    </message>
    <message>
        <source>{} 条</source>
        <translation>{} entries</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>Seat {}</translation>
    </message>
    <message>
        <source>已处理，不再列在待办里。登录和记录都留着。</source>
        <translation>Done; no longer in the work list. The sign-in and its entries are kept.</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message>
        <source>与别席冲突，待处理：没有采用的是“{lost}”。</source>
        <translation>In conflict with another seat; not used: &quot;{lost}&quot;.</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>席位 {}</source>
        <translation>Seat {}</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>接手的原因</source>
        <translation>Why you take it over</translation>
    </message>
    <message>
        <source>会告诉本人，并记录是谁、为什么</source>
        <translation>Told to the owner, and kept: who and why</translation>
    </message>
    <message>
        <source>接手，由我办完</source>
        <translation>Take over and finish</translation>
    </message>
    <message>
        <source>这份草稿已经办完，或已退还。</source>
        <translation>This draft was finished or given back.</translation>
    </message>
    <message>
        <source>{} · 只读</source>
        <translation>{} · to read</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>since {}</translation>
    </message>
    <message>
        <source>最后改动 {}</source>
        <translation>last changed {}</translation>
    </message>
    <message>
        <source>已被接手</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>首问 {}</source>
        <translation>Taken by {}</translation>
    </message>
    <message>
        <source>接手的人</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>已填的内容</source>
        <translation>What is filled in</translation>
    </message>
    <message>
        <source>请先写接手的原因：会告诉本人，并记录下来。</source>
        <translation>Please say why first: the owner is told, and it is kept.</translation>
    </message>
</context>
<context>
    <name>ElsewherePage</name>
    <message>
        <source>{} 已在席位 {} 上登录</source>
        <translation>{} is signed in at seat {}</translation>
    </message>
    <message>
        <source>{} 起在用。在这里登录，会让那边锁定；那边的草稿都留着。如果不是您本人，请马上告诉值班长。</source>
        <translation>In use since {}. Signing in here locks that seat; its drafts stay. If that is not you, tell the shift lead at once.</translation>
    </message>
    <message>
        <source>{} 起在用。中心不允许同时在两席：请先在那边退出登录，或请值班长让那边退出登录。</source>
        <translation>In use since {}. The centre allows one seat at a time: sign out there first, or ask the shift lead to do it.</translation>
    </message>
    <message>
        <source>在这里登录，锁定那边  Enter</source>
        <translation>Sign in here, lock that seat  Enter</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>正在登录，那边随即锁定…</source>
        <translation>Signing in; the other seat locks…</translation>
    </message>
</context>
<context>
    <name>EmergencyCard</name>
    <message>
        <source>全部栏目</source>
        <translation>All fields</translation>
    </message>
</context>
<context>
    <name>EscalationPage</name>
    <message>
        <source>请示</source>
        <translation>Escalation</translation>
    </message>
    <message>
        <source>打开相关记录</source>
        <translation>Open record</translation>
    </message>
    <message>
        <source>转请上一级</source>
        <translation>Pass on up</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>请示人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>请谁答复</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>来电人</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>在线等着</source>
        <translation>Waits on the line</translation>
    </message>
    <message>
        <source>答复后回电</source>
        <translation>Is called back</translation>
    </message>
    <message>
        <source>转请</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>答复人</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>这一条还没有传到本席，同步后再打开。</source>
        <translation>This has not reached this seat yet; open it after the next sync.</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>来电人等着 · {}</source>
        <translation>Caller waits · {}</translation>
    </message>
    <message>
        <source>等答复 · {}</source>
        <translation>Waits · {}</translation>
    </message>
    <message>
        <source>还没有保存的受理</source>
        <translation>A call not saved yet</translation>
    </message>
    <message>
        <source>请{}答复</source>
        <translation>{} to answer</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>送出答复</source>
        <translation>Send answer</translation>
    </message>
    <message>
        <source>来电人在线等</source>
        <translation>Caller waits</translation>
    </message>
    <message>
        <source>请示{}</source>
        <translation>Ask: {}</translation>
    </message>
    <message>
        <source>送出请示</source>
        <translation>Send question</translation>
    </message>
    <message>
        <source>已请示，答复一到就告诉您。</source>
        <translation>Asked; you are told as soon as the answer comes.</translation>
    </message>
    <message>
        <source>已答复。</source>
        <translation>Answered.</translation>
    </message>
    <message>
        <source>已转请{}答复。</source>
        <translation>Passed on, to answer: {}.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>显示更早的 {} 笔</source>
        <translation>Show the {} earlier ones</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开 {}</source>
        <translation>Open {}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>导出进度</source>
        <translation>Export progress</translation>
    </message>
    <message>
        <source>取消导出</source>
        <translation>Cancel export</translation>
    </message>
    <message>
        <source>导出 {}</source>
        <translation>Export {}</translation>
    </message>
    <message>
        <source>上一次导出还没有完。请等它写完，或先取消。</source>
        <translation>The last export is still being written. Wait for it, or cancel it first.</translation>
    </message>
    <message>
        <source>正在导出 {}…</source>
        <translation>Exporting {}…</translation>
    </message>
    <message>
        <source>导出已取消，没有留下文件。</source>
        <translation>Export cancelled; no file was left.</translation>
    </message>
    <message>
        <source>正在导出 {}：{} / {}</source>
        <translation>Exporting {}: {} / {}</translation>
    </message>
    <message>
        <source>已导出 {} 条：{}</source>
        <translation>Exported {} rows: {}</translation>
    </message>
    <message>
        <source>磁盘满了，导出没有完成，没有留下文件。请腾出空间，再导出一次。</source>
        <translation>The disk is full: the export did not finish and left no file. Free some space and export again.</translation>
    </message>
    <message>
        <source>这个文件正被别的程序打开，导出没有写成。请关掉它，或换个文件名再导出。</source>
        <translation>Another program has this file open, so nothing was written. Close it, or export under another name.</translation>
    </message>
    <message>
        <source>这里写不进去，导出没有写成，没有留下文件。请换个文件夹再导出。</source>
        <translation>Nothing can be written here; no file was left. Export to another folder.</translation>
    </message>
</context>
<context>
    <name>Feeding</name>
    <message>
        <source>{}：表里的列</source>
        <translation>{}: column of the table</translation>
    </message>
    <message>
        <source>{}：空着时用</source>
        <translation>{}: where empty</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>未提供</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>客户没有提供，选原因  {}</source>
        <translation>Not given by the customer: choose why  {}</translation>
    </message>
    <message>
        <source>{}：客户没有提供</source>
        <translation>{}: not given by the customer</translation>
    </message>
    <message>
        <source>“{}”没有“未提供”可选。</source>
        <translation>{} cannot be left as not given.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>表单版本</source>
        <translation>Form version</translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>保存时间</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>建档时间</source>
        <translation>On file since</translation>
    </message>
    <message>
        <source>最近来电</source>
        <translation>Last call</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>First taken by</translation>
    </message>
    <message>
        <source>当前经办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>开单时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>开单人</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>客户档案</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>有欠项</source>
        <translation>Fields owed</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>联次</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>完成时间</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>上门的人</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>用户签字</source>
        <translation>Customer signed</translation>
    </message>
    <message>
        <source>谁来结单</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Printings</translation>
    </message>
    <message>
        <source>替代的派工单</source>
        <translation>Stands for slip</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>原来的状态</source>
        <translation>State before</translation>
    </message>
    <message>
        <source>之后的状态</source>
        <translation>State after</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>录入时间</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>相关记录</source>
        <translation>Related record</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>请求人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>请求时间</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>催办记录</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>请谁答复</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>来电人等着</source>
        <translation>Caller waits</translation>
    </message>
    <message>
        <source>转请记录</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>答复人</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>答复时间</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>拼音首字母</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>欠下的时间</source>
        <translation>Owed since</translation>
    </message>
    <message>
        <source>再拨的时间</source>
        <translation>Try again at</translation>
    </message>
    <message>
        <source>试过的</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>服务时间外</source>
        <translation>After hours</translation>
    </message>
    <message>
        <source>办完的时间</source>
        <translation>Done at</translation>
    </message>
    <message>
        <source>办完的人</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>片区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>转交记录</source>
        <translation>Handed on</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>Complained of</translation>
    </message>
    <message>
        <source>投诉分类</source>
        <translation>Kind of complaint</translation>
    </message>
    <message>
        <source>上报人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>上报时间</source>
        <translation>Reported at</translation>
    </message>
    <message>
        <source>交办人</source>
        <translation>Assigned by</translation>
    </message>
    <message>
        <source>交办时间</source>
        <translation>Assigned at</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>处理完毕时间</source>
        <translation>Handled at</translation>
    </message>
    <message>
        <source>反馈人</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>反馈时间</source>
        <translation>Told at</translation>
    </message>
    <message>
        <source>回访人</source>
        <translation>Called by</translation>
    </message>
    <message>
        <source>回访时间</source>
        <translation>Called at</translation>
    </message>
    <message>
        <source>记事</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>When it happened</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>读对照表</source>
        <translation>Load mapping</translation>
    </message>
    <message>
        <source>存对照表</source>
        <translation>Save mapping</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>月/日/年</source>
        <translation>Month/day/year</translation>
    </message>
    <message>
        <source>日/月/年</source>
        <translation>Day/month/year</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>{path} · 工作表“{sheet}”（共 {n} 张）</source>
        <translation>{path} · sheet &quot;{sheet}&quot; (of {n})</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>客户档案</source>
        <translation>Customer file</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>这份档案还没有传到本席，同步后再打开。</source>
        <translation>This file has not reached this seat yet. Open it after the next sync.</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>未核对身份</source>
        <translation>Identity not checked</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>建档时间</source>
        <translation>On file since</translation>
    </message>
    <message>
        <source>最近来电</source>
        <translation>Last call</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>File</translation>
    </message>
    <message>
        <source>更正过的</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>姓名原来是“{}”</source>
        <translation>Name was &quot;{}&quot;</translation>
    </message>
    <message>
        <source>去掉了号码 {}</source>
        <translation>Number removed: {}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>去掉了地址 {}</source>
        <translation>Address removed: {}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>一行一个</source>
        <translation>One a line</translation>
    </message>
    <message>
        <source>更正档案</source>
        <translation>Correct the file</translation>
    </message>
    <message>
        <source>存下更正</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>档案已更正，原来的留在“更正过的”里。</source>
        <translation>The file is corrected. What stood there is under &quot;Corrections&quot;.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>只看我经办</source>
        <translation>Mine only</translation>
    </message>
    <message>
        <source>只看未结</source>
        <translation>Open only</translation>
    </message>
    <message>
        <source>只看超时</source>
        <translation>Late only</translation>
    </message>
    <message>
        <source>只看欠项</source>
        <translation>With fields owed</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>全部时间</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>本班</source>
        <translation>This shift</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>自定起止</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>全部原因</source>
        <translation>Every reason</translation>
    </message>
    <message>
        <source>核实和核查</source>
        <translation>All requests</translation>
    </message>
    <message>
        <source>打印、补打和作废</source>
        <translation>Prints, reprints and voids</translation>
    </message>
    <message>
        <source>做的都看</source>
        <translation>Anything done</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>全部表单</source>
        <translation>Any form</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>全部班组</source>
        <translation>Any team</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>工号、座席员、编号或客户</source>
        <translation>Agent, no. or name</translation>
    </message>
    <message>
        <source>派工单号、工单号、工号或座席员</source>
        <translation>Slip, order, staff number or agent</translation>
    </message>
    <message>
        <source>编号、号码 4 位、姓名或首字母</source>
        <translation>No., phone, name</translation>
    </message>
    <message>
        <source>编号、号码 4 位、姓名、说过的话</source>
        <translation>No., phone, name, words said</translation>
    </message>
    <message>
        <source>筛选  Ctrl+F</source>
        <translation>Filter  Ctrl+F</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在本页找</source>
        <translation>Find on this page</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>本页没有，Enter 到“{}”</source>
        <translation>Not here; Enter goes to &quot;{}&quot;</translation>
    </message>
    <message>
        <source>哪一页都没有</source>
        <translation>Not on any page</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>坐席工作台 · 首次启动</source>
        <translation>Zuoxi · First start</translation>
    </message>
    <message>
        <source>加入中心：我有管理员给的入网文件</source>
        <translation>Join a centre: I have an enrolment file</translation>
    </message>
    <message>
        <source>仅此席位：先在这台电脑上单独使用，以后可加入中心</source>
        <translation>This seat alone: start here, join a centre later</translation>
    </message>
    <message>
        <source>入网文件</source>
        <translation>Enrolment file</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Agent no.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>中心名称</source>
        <translation>Centre name</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>加入中心  Enter</source>
        <translation>Join  Enter</translation>
    </message>
    <message>
        <source>建立本席  Enter</source>
        <translation>Set up seat  Enter</translation>
    </message>
    <message>
        <source>选择入网文件</source>
        <translation>Choose the enrolment file</translation>
    </message>
    <message>
        <source>入网文件 (*.json);;所有文件 (*)</source>
        <translation>Enrolment file (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>正在建立本席的加密数据…</source>
        <translation>Setting up this seat&apos;s encrypted data…</translation>
    </message>
    <message>
        <source>“{}”还没有填。</source>
        <translation>&quot;{}&quot; is still empty.</translation>
    </message>
</context>
<context>
    <name>Flaws</name>
    <message>
        <source>文件打不开</source>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>文件名要像 名称/版本.yaml</source>
        <translation>the file must be called name/version.yaml</translation>
    </message>
    <message>
        <source>文件超过 1 MB</source>
        <translation>the file is over 1 MB</translation>
    </message>
    <message>
        <source>文件不是 UTF-8</source>
        <translation>the file is not UTF-8</translation>
    </message>
    <message>
        <source>有不可见的控制字符</source>
        <translation>it has invisible control characters</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>YAML 写法不对，常见的是用了 Tab 缩进</source>
        <translation>this is not YAML; often it is a Tab used to indent</translation>
    </message>
    <message>
        <source>不能用锚点和引用</source>
        <translation>anchors and aliases are not taken</translation>
    </message>
    <message>
        <source>不能用标签</source>
        <translation>tags are not taken</translation>
    </message>
    <message>
        <source>套得太深</source>
        <translation>it is nested too deep</translation>
    </message>
    <message>
        <source>“{detail}”写了两次</source>
        <translation>&quot;{detail}&quot; stands there twice</translation>
    </message>
    <message>
        <source>不认得“{detail}”</source>
        <translation>&quot;{detail}&quot; is unknown</translation>
    </message>
    <message>
        <source>缺少“{detail}”</source>
        <translation>&quot;{detail}&quot; is missing</translation>
    </message>
    <message>
        <source>内容的类型不对</source>
        <translation>the value is of the wrong type</translation>
    </message>
    <message>
        <source>内容不对：{detail}</source>
        <translation>the value is wrong: {detail}</translation>
    </message>
    <message>
        <source>缺少 {detail} 的名称</source>
        <translation>the label in {detail} is missing</translation>
    </message>
    <message>
        <source>没有“{detail}”这种字段</source>
        <translation>there is no kind of field &quot;{detail}&quot;</translation>
    </message>
    <message>
        <source>没有“{detail}”这个阶段</source>
        <translation>there is no stage &quot;{detail}&quot;</translation>
    </message>
    <message>
        <source>没有“{detail}”这种案件状态</source>
        <translation>a case has no state &quot;{detail}&quot;</translation>
    </message>
    <message>
        <source>没有“{detail}”这份选项表</source>
        <translation>there is no list &quot;{detail}&quot;</translation>
    </message>
    <message>
        <source>选项表里没有“{detail}”</source>
        <translation>the list has no &quot;{detail}&quot;</translation>
    </message>
    <message>
        <source>字段“{detail}”不在表单中</source>
        <translation>the form has no field &quot;{detail}&quot;</translation>
    </message>
    <message>
        <source>条件写得不对：{detail}</source>
        <translation>the condition is wrong: {detail}</translation>
    </message>
    <message>
        <source>字段“{detail}”写了两次</source>
        <translation>the field &quot;{detail}&quot; stands there twice</translation>
    </message>
    <message>
        <source>选项“{detail}”写了两次</source>
        <translation>the choice &quot;{detail}&quot; stands there twice</translation>
    </message>
    <message>
        <source>分节“{detail}”写了两次</source>
        <translation>the section &quot;{detail}&quot; stands there twice</translation>
    </message>
    <message>
        <source>字段互相等待：{detail}</source>
        <translation>fields wait for each other: {detail}</translation>
    </message>
    <message>
        <source>“{detail}”是固定名称，不能用在这种字段上</source>
        <translation>&quot;{detail}&quot; is a fixed name and not for this kind of field</translation>
    </message>
    <message>
        <source>要开工单，表单先要立案件</source>
        <translation>a form that makes orders must open a case first</translation>
    </message>
    <message>
        <source>代码 {code}</source>
        <translation>code {code}</translation>
    </message>
    <message>
        <source>表单定义没有采用：{why}。请告诉管理员；其他表单照常使用。</source>
        <translation>A form definition was not taken: {why}. Please tell the administrator; all other forms work as usual.</translation>
    </message>
    <message>
        <source>第 {} 行</source>
        <translation>line {}</translation>
    </message>
    <message>
        <source>字段“{}”</source>
        <translation>field &quot;{}&quot;</translation>
    </message>
    <message>
        <source>{place}，{what}</source>
        <translation>{place}, {what}</translation>
    </message>
</context>
<context>
    <name>FloorPage</name>
    <message>
        <source>在席一览</source>
        <translation>Who is where</translation>
    </message>
    <message>
        <source>还没有席位上线。席位登录后会出现在这里。</source>
        <translation>No seat is online yet. Seats appear here once somebody signs in.</translation>
    </message>
    <message>
        <source>对本人说的原因</source>
        <translation>The reason they are told</translation>
    </message>
    <message>
        <source>会显示给本人，并记录是谁、为什么</source>
        <translation>Shown to them, and kept with your name</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>请回席</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{} 以下是 {} 的情况。</source>
        <translation>{} Below is how it was at {}.</translation>
    </message>
    <message>
        <source>申请离席</source>
        <translation>Ask for leave</translation>
    </message>
    <message>
        <source>无人登录</source>
        <translation>nobody signed in</translation>
    </message>
    <message>
        <source>{} · {}</source>
        <translation>{} · {}</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>since {}</translation>
    </message>
    <message>
        <source>{} · 同一工号在 {} 席：{}</source>
        <translation>{} · same agent at {} seats: {}</translation>
    </message>
    <message>
        <source>{} 后没有消息：断网、关机或程序停了</source>
        <translation>nothing heard since {}: no network, switched off or stopped</translation>
    </message>
    <message>
        <source>今天共离席 {}</source>
        <translation>away {} today</translation>
    </message>
    <message>
        <source>延时：{}</source>
        <translation>Longer: {}</translation>
    </message>
    <message>
        <source>未填原因</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>最长 {}</source>
        <translation>at most {}</translation>
    </message>
    <message>
        <source>没有事先申请</source>
        <translation>not asked first</translation>
    </message>
    <message>
        <source>已获准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已获准，代岗 {}</source>
        <translation>approved, cover {}</translation>
    </message>
    <message>
        <source>席位现由 {} 使用</source>
        <translation>{} works at the seat now</translation>
    </message>
    <message>
        <source>超出 {}</source>
        <translation>over by {}</translation>
    </message>
    <message>
        <source>{} 人申请离席</source>
        <translation>{} asking to leave</translation>
    </message>
    <message>
        <source>{} 人超时</source>
        <translation>{} over time</translation>
    </message>
    <message>
        <source>{} 席失联</source>
        <translation>{} lost</translation>
    </message>
    <message>
        <source>{} 人同时在两席</source>
        <translation>{} at two seats</translation>
    </message>
    <message>
        <source>请先用方向键选一次申请。</source>
        <translation>Choose a request with the arrow keys first.</translation>
    </message>
    <message>
        <source>已答复，{} 马上看到。</source>
        <translation>Answered: {} sees it in a moment.</translation>
    </message>
    <message>
        <source>请先用方向键选一个席位。</source>
        <translation>Choose a seat with the arrow keys first.</translation>
    </message>
    <message>
        <source>请先写原因：会显示给本人，并记录下来。</source>
        <translation>Write the reason first: they are shown it, and it is kept.</translation>
    </message>
    <message>
        <source>已送到席位 {}，几秒内生效。</source>
        <translation>Sent to seat {}; it takes a few seconds.</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>还差 {} 项：</source>
        <translation>{} missing: </translation>
    </message>
    <message>
        <source>另 {} 项</source>
        <translation>{} more</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还差：{}</source>
        <translation>Missing: {}</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>FormPicker</name>
    <message>
        <source>表单名、拼音或首字母</source>
        <translation>Name or initials of the form</translation>
    </message>
    <message>
        <source>选择表单</source>
        <translation>Choose a form</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 打开 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter open · Esc back</translation>
    </message>
    <message>
        <source>{}（直接存）</source>
        <translation>{} (kept at once)</translation>
    </message>
    <message>
        <source>{}（紧急）</source>
        <translation>{} (emergency)</translation>
    </message>
</context>
<context>
    <name>FormWindow</name>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{} 第 {} 版</source>
        <translation>{} version {}</translation>
    </message>
    <message>
        <source>预览：{}</source>
        <translation>Preview: {}</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>有人离开了中心，正在给本席换钥匙。数据都在，请稍等…</source>
        <translation>Somebody has left the centre: this seat is getting a new key. All data are here, one moment…</translation>
    </message>
</context>
<context>
    <name>GroupedPage</name>
    <message>
        <source>工单列表</source>
        <translation>List of orders</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>F2 选“燃气报修”，只用键盘填完，Ctrl+Enter 保存；漏填一项看看</source>
        <translation>F2, Gas repair: by keyboard, Ctrl+Enter saves</translation>
    </message>
    <message>
        <source>F9 派工，F8 打印派工单（PDF），再按一次 F8 是补打</source>
        <translation>F9 dispatches, F8 prints, F8 again reprints</translation>
    </message>
    <message>
        <source>F2 选“燃气泄漏报警”：有地址和电话就能保存，其余记为欠项</source>
        <translation>F2, Gas leak: address and phone suffice</translation>
    </message>
    <message>
        <source>填到一半退出登录，再登录回来：草稿和光标都在</source>
        <translation>Sign out half-way, sign in again: the draft is there</translation>
    </message>
    <message>
        <source>勾上“拔掉网线”，照常受理和打印；再接上，看第二席位自己收到</source>
        <translation>Pull the plug, work on, plug in: A02 receives it</translation>
    </message>
    <message>
        <source>右上角可换人登录、换深色外观、换语言</source>
        <translation>Top right: agent, appearance, language</translation>
    </message>
    <message>
        <source>坐席工作台 · 演示</source>
        <translation>Zuoxi · Demonstration</translation>
    </message>
    <message>
        <source>{}（虚构）
工号：{}
密码：{}</source>
        <translation>{} (fictional)
Agent no.: {}
Password: {}</translation>
    </message>
    <message>
        <source>拔掉网线</source>
        <translation>Pull the network plug</translation>
    </message>
    <message>
        <source>看第二席位 A02</source>
        <translation>Look at the second seat, A02</translation>
    </message>
</context>
<context>
    <name>HeadLine</name>
    <message>
        <source>冲突</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>{} 项冲突</source>
        <translation>Conflicts: {}</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>帮助的各页</source>
        <translation>Pages of help</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>请来电人说出以下 {} 项，说对才可以告知本人的资料</source>
        <translation>Have the caller say {} of these right before you tell them anything personal</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>填在表单里的已经对过。Space 勾选 · Enter 确认 · Esc 返回</source>
        <translation>What is in the form has been compared. Space ticks · Enter confirms · Esc goes back</translation>
    </message>
    <message>
        <source>还差 {} 项。没有说对的，不要告知任何个人资料。</source>
        <translation>{} still missing. Tell nothing personal to who did not say it right.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>导入旧记录</source>
        <translation>Import old records</translation>
    </message>
    <message>
        <source>选一个 CSV 或 Excel 文件，或把它拖到这里。</source>
        <translation>Choose a CSV or Excel file, or drop it here.</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>读对照表</source>
        <translation>Load mapping</translation>
    </message>
    <message>
        <source>存对照表</source>
        <translation>Save mapping</translation>
    </message>
    <message>
        <source>先检查一遍</source>
        <translation>Check only</translation>
    </message>
    <message>
        <source>开始导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>正在导入另一个文件，等它完了再换。</source>
        <translation>Another file is being imported. Wait until it is done.</translation>
    </message>
    <message>
        <source>表格 (*.csv *.tsv *.txt *.xlsx);;所有文件 (*)</source>
        <translation>Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>选择要导入的文件</source>
        <translation>Choose the file to import</translation>
    </message>
    <message>
        <source>对照表没有存下来（{}）。页面上的还在。</source>
        <translation>The map was not saved ({}). It is still on the page.</translation>
    </message>
    <message>
        <source>对照表已存为 {}。</source>
        <translation>The map is saved as {}.</translation>
    </message>
</context>
<context>
    <name>Imported</name>
    <message>
        <source>没有来电时间。</source>
        <translation>The time of the call is missing.</translation>
    </message>
    <message>
        <source>时间“{typed}”读不懂。</source>
        <translation>The time &quot;{typed}&quot; cannot be read.</translation>
    </message>
    <message>
        <source>来电时间在将来。</source>
        <translation>The time of the call is in the future.</translation>
    </message>
    <message>
        <source>受理渠道“{typed}”不在选项中。</source>
        <translation>The channel &quot;{typed}&quot; is none of the choices.</translation>
    </message>
    <message>
        <source>“{typed}”看不出是否结案。</source>
        <translation>&quot;{typed}&quot; does not tell whether the case is closed.</translation>
    </message>
    <message>
        <source>这一行有 {have} 格，表头只有 {want} 格。</source>
        <translation>The row has {have} cells, the header only {want}.</translation>
    </message>
    <message>
        <source>引号没有合上，这一格吞了后面 {lines} 行。</source>
        <translation>A quote was never closed: this cell swallowed {lines} lines.</translation>
    </message>
    <message>
        <source>有的字不是 {encoding} 编码，读不出来。</source>
        <translation>Some of it is not {encoding} and cannot be read.</translation>
    </message>
    <message>
        <source>编号是空的。</source>
        <translation>The number is empty.</translation>
    </message>
    <message>
        <source>编号“{typed}”在第 {line} 行已有，内容不同。</source>
        <translation>The number &quot;{typed}&quot; stands in line {line} already, with other content.</translation>
    </message>
    <message>
        <source>（列“{}”）</source>
        <translation> (column &quot;{}&quot;)</translation>
    </message>
    <message>
        <source>（没有对应的列）</source>
        <translation> (no column feeds it)</translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation>Time of the call</translation>
    </message>
    <message>
        <source>是否结案</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>结案时间</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>文件打不开（{detail}）。请核对路径，或先关掉正占用它的程序。</source>
        <translation>The file cannot be opened ({detail}). Check the path, or close the program that is using it.</translation>
    </message>
    <message>
        <source>文件是空的，没有导入什么。</source>
        <translation>The file is empty; nothing was imported.</translation>
    </message>
    <message>
        <source>文件只有表头，没有数据行。</source>
        <translation>The file has a header but no rows.</translation>
    </message>
    <message>
        <source>这是网页格式，不是表格。请在 Excel 里打开，另存为 .xlsx 再导入。</source>
        <translation>This is a web page, not a table. Open it in Excel, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>这是旧版 .xls，或加了密码的文件。请在 Excel 里去掉密码、另存为 .xlsx 再导入。</source>
        <translation>This is an old .xls, or a file under a password. In Excel take the password off, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>这个 .xlsx 已损坏，读不下去。请在 Excel 里打开、另存一份再导入。</source>
        <translation>This .xlsx is damaged and cannot be read on. Open it in Excel, save a copy and import that.</translation>
    </message>
    <message>
        <source>这个 .xlsx 展开后太大，为安全没有打开。请分成几个文件再导入。</source>
        <translation>This .xlsx would unpack to too much and was not opened. Split it into several files.</translation>
    </message>
    <message>
        <source>表头有 {detail} 列，太多了。请删掉用不到的列再导入。</source>
        <translation>The header has {detail} columns, too many. Delete those that are not needed.</translation>
    </message>
    <message>
        <source>第 {line} 行有一格太大，读不下去，多半是引号没有合上。</source>
        <translation>A cell in line {line} is too big to read on; most likely a quote was never closed.</translation>
    </message>
    <message>
        <source>不能按编码 {detail} 读这个文件。请换一种编码。</source>
        <translation>The file cannot be read as {detail}. Choose another encoding.</translation>
    </message>
    <message>
        <source>表里没有列“{column}”（对照表要它作“{feeds}”）。请改对照表，或换文件。</source>
        <translation>The table has no column &quot;{column}&quot; (the map wants it for &quot;{feeds}&quot;). Change the map, or the file.</translation>
    </message>
    <message>
        <source>您的工号不能导入。请告诉值班长或管理员。</source>
        <translation>Your agent number may not import. Please tell the shift lead or the administrator.</translation>
    </message>
    <message>
        <source>没有地方写退回的行：源文件的文件夹和个人文件夹都写不进去。什么都没有导入；请换个位置。</source>
        <translation>There is nowhere to write the refused rows: neither the folder of the file nor the personal folder takes them. Nothing was imported; use another place.</translation>
    </message>
    <message>
        <source>对照表没有采用：{why}。什么都没有导入。</source>
        <translation>The map was not taken: {why}. Nothing was imported.</translation>
    </message>
    <message>
        <source>导入 {n} 条</source>
        <translation>{n} imported</translation>
    </message>
    <message>
        <source>可以导入 {n} 条（这次没有写入）</source>
        <translation>Checked, nothing written: {n} can be imported</translation>
    </message>
    <message>
        <source>{n} 条早已在本席</source>
        <translation>{n} were here already</translation>
    </message>
    <message>
        <source>{n} 条没有导入</source>
        <translation>{n} not imported</translation>
    </message>
    <message>
        <source>中途停下，已导入的都在，再导一次会接着来</source>
        <translation>stopped on the way; what is in stays, and the next import goes on</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>没有导入的原因</source>
        <translation>Why it was not imported</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>直接存：{}</source>
        <translation>Keep at once: {}</translation>
    </message>
    <message>
        <source>紧急：先记地址和电话</source>
        <translation>Emergency: address and number first</translation>
    </message>
    <message>
        <source>改用别的表单（已填的留着）</source>
        <translation>Another form for this call (what is filled in stays)</translation>
    </message>
    <message>
        <source>复核这条受理</source>
        <translation>Check this entry again</translation>
    </message>
    <message>
        <source>没有正在填的受理，不用改。新建请按 F2。</source>
        <translation>No call is being filled in, so there is nothing to change. F2 begins one.</translation>
    </message>
    <message>
        <source>本中心没有紧急表单。按 F2 选表单。</source>
        <translation>This centre has no emergency form. F2 offers the others.</translation>
    </message>
    <message>
        <source>已保存 {}：{}。</source>
        <translation>Saved {}: {}.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>这里没有要复核的受理记录。要复核的列在左边“待复核”。</source>
        <translation>No entry here is to be checked again. Those that are stand at the left under &apos;To check again&apos;.</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>同一事项，见案件 {}。</source>
        <translation>Same matter: see case {}.</translation>
    </message>
    <message>
        <source>已加为案件 {} 的第 {} 位来电人。</source>
        <translation>Added to case {} as caller no. {}.</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Esc 关闭 · Ctrl+K 按名字找任何动作</source>
        <translation>Esc closes · Ctrl+K finds any action by name</translation>
    </message>
    <message>
        <source>随处可按</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>表单与提示</source>
        <translation>Forms and notices</translation>
    </message>
    <message>
        <source>这里</source>
        <translation>Here</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>派工</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>保存受理（Enter 从不提交）</source>
        <translation>Save the call (Enter never submits)</translation>
    </message>
    <message>
        <source>打印派工单；工单列表：打印所选的</source>
        <translation>Print the slip, or those chosen</translation>
    </message>
    <message>
        <source>去下一个要填的（多行文字里也行）</source>
        <translation>Next field asked for (out of a long text too)</translation>
    </message>
    <message>
        <source>客户未提供（选原因）</source>
        <translation>Not given by the customer (choose why)</translation>
    </message>
    <message>
        <source>存草稿（平时也自动存）</source>
        <translation>Save the draft (also done automatically)</translation>
    </message>
    <message>
        <source>撤回这一项的回答（Ctrl+Shift+Z 恢复）</source>
        <translation>Take back this answer (Ctrl+Shift+Z: again)</translation>
    </message>
    <message>
        <source>采用类别建议</source>
        <translation>Take the category offered</translation>
    </message>
    <message>
        <source>展开或收起话术</source>
        <translation>Unfold or fold the script</translation>
    </message>
    <message>
        <source>核对来电人身份</source>
        <translation>Verify who is calling</translation>
    </message>
    <message>
        <source>复核：登记漏登、错登（无误 Ctrl+Enter）；整体派工：这次不派</source>
        <translation>Review: entered wrongly or not at all (right: Ctrl+Enter); round: not this time</translation>
    </message>
    <message>
        <source>同一件事：把来电人加到已有的案件</source>
        <translation>Same matter: add the caller to its case</translation>
    </message>
    <message>
        <source>作废派工单时：只作废，不另开</source>
        <translation>When a slip is made void: no other in its place</translation>
    </message>
    <message>
        <source>来电人的档案：合并、拆开、标记</source>
        <translation>The caller&apos;s file: merge, part, marks</translation>
    </message>
    <message>
        <source>列表：筛选（Alt+C 清除）</source>
        <translation>List: filter (Alt+C clears)</translation>
    </message>
    <message>
        <source>列表：复制所选行（Ctrl+Shift+C 带表头）</source>
        <translation>List: copy the rows (Ctrl+Shift+C with header)</translation>
    </message>
    <message>
        <source>列表：导出 XLSX 或 CSV</source>
        <translation>List: export XLSX or CSV</translation>
    </message>
    <message>
        <source>列表：打印</source>
        <translation>List: print</translation>
    </message>
    <message>
        <source>列表：显示号码</source>
        <translation>List: show the number</translation>
    </message>
    <message>
        <source>列表：复制号码</source>
        <translation>List: copy the number</translation>
    </message>
    <message>
        <source>打开这条记录的冲突</source>
        <translation>Open this record&apos;s conflict</translation>
    </message>
    <message>
        <source>案件、工单：退回；请示：转上一级；离席申请：拒绝</source>
        <translation>Case, order: send back; question: pass it up; leave asked for: refuse</translation>
    </message>
    <message>
        <source>工单：已电话通知</source>
        <translation>Order: told by phone</translation>
    </message>
    <message>
        <source>回电：由我回电</source>
        <translation>Callback: I will call</translation>
    </message>
    <message>
        <source>回电：开一张受理</source>
        <translation>Callback: log a call</translation>
    </message>
    <message>
        <source>最上面一条提示的那一步；来电：受理</source>
        <translation>Do what the top strip offers; a call: log it</translation>
    </message>
    <message>
        <source>列表：视图（存下筛选、排序和列，或换成存过的）和列</source>
        <translation>List: views (filters, order and columns under a name) and columns</translation>
    </message>
    <message>
        <source>选第几个（按钮排开时）</source>
        <translation>Pick the nth (where buttons stand)</translation>
    </message>
    <message>
        <source>拼音首字母筛选，↓ 打开列表</source>
        <translation>Letters narrow, ↓ opens the list</translation>
    </message>
    <message>
        <source>选中，去下一个要填的</source>
        <translation>Take it, on to the next field asked for</translation>
    </message>
    <message>
        <source>勾选或取消第几个</source>
        <translation>Tick or untick the nth</translation>
    </message>
    <message>
        <source>移动，空格勾选</source>
        <translation>Move; the space bar ticks</translation>
    </message>
    <message>
        <source>是、否（1、2 也行）</source>
        <translation>Yes, no (1, 2 as well)</translation>
    </message>
    <message>
        <source>打勾</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>下一个空，没有就下一项</source>
        <translation>Next blank, or next field</translation>
    </message>
    <message>
        <source>或 11-21 9:30、明天下午三点</source>
        <translation>or 11-21 9:30</translation>
    </message>
    <message>
        <source>第几张表单</source>
        <translation>Go to form 1–9</translation>
    </message>
    <message>
        <source>案件：记一笔</source>
        <translation>Case: write a note</translation>
    </message>
    <message>
        <source>案件：照片、录音</source>
        <translation>Case: attach a photo or sound</translation>
    </message>
    <message>
        <source>案件、工单：更多可做的事</source>
        <translation>Case, order: what else can be done</translation>
    </message>
    <message>
        <source>工单、核实：催办</source>
        <translation>Order, inspector: press</translation>
    </message>
    <message>
        <source>置换通气结单：由我结单，或不由我</source>
        <translation>Gas-on orders: I close it, or I do not</translation>
    </message>
    <message>
        <source>案件：投诉的下一步</source>
        <translation>Case: next step of a complaint</translation>
    </message>
    <message>
        <source>冲突：用我的；离线登录：是我</source>
        <translation>Conflict: use mine; offline sign-in: it was me</translation>
    </message>
    <message>
        <source>冲突：用对方的；离线登录：不是我</source>
        <translation>Conflict: use theirs; offline sign-in: not me</translation>
    </message>
    <message>
        <source>冲突：改成别的</source>
        <translation>Conflict: edit</translation>
    </message>
    <message>
        <source>收起正在问的几项，什么也不变</source>
        <translation>Leave what is asked; nothing changes</translation>
    </message>
    <message>
        <source>撤销，或提示里的那一步</source>
        <translation>Undo, or what the notice offers</translation>
    </message>
    <message>
        <source>把来电人填入表单</source>
        <translation>Fill the caller&apos;s details into the form</translation>
    </message>
</context>
<context>
    <name>LeaveNotes</name>
    <message>
        <source>有 {} 人申请离席，等您答复。</source>
        <translation>{} asking to leave; they wait for your answer.</translation>
    </message>
    <message>
        <source>去答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>离席已获准：{}。走的时候按 {} 锁定。</source>
        <translation>Leave approved: {}. Lock with {} when you go.</translation>
    </message>
    <message>
        <source>离席没有获准：{}。{}</source>
        <translation>Leave refused: {}. {}</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>申请离席</source>
        <translation>Ask for leave</translation>
    </message>
    <message>
        <source>离席之前先申请，值班长答复后在这里看得到</source>
        <translation>Ask before you go; the answer of a lead shows here</translation>
    </message>
    <message>
        <source>申请过的离席</source>
        <translation>Leaves asked for</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>送出申请</source>
        <translation>Send request</translation>
    </message>
    <message>
        <source>离席原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>从何时起</source>
        <translation>From when</translation>
    </message>
    <message>
        <source>多少分钟</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>代岗人</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>工号或姓名</source>
        <translation>Agent number or name</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>不要写客户或健康情况</source>
        <translation>Nothing of customers or health</translation>
    </message>
    <message>
        <source>这次申请</source>
        <translation>This request</translation>
    </message>
    <message>
        <source>申请已存下，送到中心后值班长就看得到。</source>
        <translation>The request is kept; a lead sees it once it has reached the centre.</translation>
    </message>
    <message>
        <source>请先用方向键选一次申请。</source>
        <translation>Choose a request with the arrow keys first.</translation>
    </message>
    <message>
        <source>申请已撤回。</source>
        <translation>The request is withdrawn.</translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>{why} · {start} 起 {longest}</source>
        <translation>{why} · from {start}, {longest}</translation>
    </message>
    <message>
        <source>代岗 {}</source>
        <translation>cover {}</translation>
    </message>
    <message>
        <source>{who} 没有批准：{why}</source>
        <translation>refused by {who}: {why}</translation>
    </message>
</context>
<context>
    <name>LeftPage</name>
    <message>
        <source>遗留草稿</source>
        <translation>Drafts left here</translation>
    </message>
    <message>
        <source>本席没有别人留下的草稿，也没有人锁着没回来。</source>
        <translation>Nobody left a draft at this seat, or locked it and stayed away.</translation>
    </message>
    <message>
        <source>打开看</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>{} 份草稿</source>
        <translation>{} drafts</translation>
    </message>
    <message>
        <source>没有记录在哪里</source>
        <translation>Nothing is known of where they are</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>since {}</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>Seat {}</translation>
    </message>
    <message>
        <source>最后改动 {}</source>
        <translation>last changed {}</translation>
    </message>
    <message>
        <source>用方向键选一份草稿，再按 Enter 打开。</source>
        <translation>Choose a draft with the arrow keys, then press Enter.</translation>
    </message>
</context>
<context>
    <name>LikelyBox</name>
    <message>
        <source>加为来电人</source>
        <translation>Add as caller</translation>
    </message>
    <message>
        <source>可能是同一件事的案件</source>
        <translation>Cases that may be the same matter</translation>
    </message>
    <message>
        <source>这通来电并入案件 {}：{}。补齐后按 Ctrl+Enter 保存。</source>
        <translation>This call joins case {}: {}. Fill in the rest and save with Ctrl+Enter.</translation>
    </message>
    <message>
        <source>不并入</source>
        <translation>Do not join</translation>
    </message>
    <message>
        <source>可能是同一件事 {}</source>
        <translation>Maybe the same matter: {}</translation>
    </message>
    <message>
        <source>{}前</source>
        <translation>{} ago</translation>
    </message>
    <message>
        <source>{} 人来电</source>
        <translation>{} callers</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>列表：{}</source>
        <translation>List: {}</translation>
    </message>
</context>
<context>
    <name>ListNames</name>
    <message>
        <source>受理记录</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>回电</source>
        <translation>Callbacks</translation>
    </message>
    <message>
        <source>核实登记</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>派工单登记簿</source>
        <translation>Register of slips</translation>
    </message>
    <message>
        <source>号码查看记录</source>
        <translation>Number access</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>还没有受理记录。</source>
        <translation>No calls yet.</translation>
    </message>
    <message>
        <source>还没有{}：受理保存之后，这里就会有。</source>
        <translation>Nothing here yet ({}): it comes with the calls you save.</translation>
    </message>
    <message>
        <source>没有符合筛选的{}。</source>
        <translation>Nothing matches these filters ({}).</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>存下筛选、排序和列，或换成存过的；显示哪些列</source>
        <translation>Keep filters, order and columns, or turn to kept ones; which columns are shown</translation>
    </message>
    <message>
        <source>这是对整个列表做的，没有单条可打开。</source>
        <translation>This was done to a whole list; there is no single record to open.</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>没有欠过回电：未接来电、留言和承诺的回电会列在这里。</source>
        <translation>No callback was ever owed: missed calls, left messages and promised calls are listed here.</translation>
    </message>
    <message>
        <source>还没有请监督员核实、核查过：在案件上请求之后会登记在这里。</source>
        <translation>No inspector has been asked yet. What you ask on a case is listed here.</translation>
    </message>
    <message>
        <source>还没有打印过派工单：每次打印、补打、作废都会登记在这里。</source>
        <translation>No slip was printed yet: every print, reprint and void will be registered here.</translation>
    </message>
    <message>
        <source>还没有人显示、复制、导出或打印过号码。</source>
        <translation>Nobody has shown, copied, exported or printed a number yet.</translation>
    </message>
    <message>
        <source>按{}倒序</source>
        <translation>by {}, descending</translation>
    </message>
    <message>
        <source>按{}顺序</source>
        <translation>by {}, ascending</translation>
    </message>
    <message>
        <source>前 {} 条，请再输入几个字</source>
        <translation>First {}; type a little more</translation>
    </message>
    <message>
        <source>已列 {} 条…</source>
        <translation>{} so far…</translation>
    </message>
    <message>
        <source>共 {} 条</source>
        <translation>{} in all</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>恢复默认的列</source>
        <translation>Reset the columns</translation>
    </message>
</context>
<context>
    <name>ListPreview</name>
    <message>
        <source>预览 {}</source>
        <translation>Preview of {}</translation>
    </message>
    <message>
        <source>每一页都有“{}”的水印；打印或另存会留下记录，只看不记。</source>
        <translation>Every page bears the watermark &quot;{}&quot;. Printing or saving is logged; looking is not.</translation>
    </message>
</context>
<context>
    <name>ListPrints</name>
    <message>
        <source>{} 已送 {}。</source>
        <translation>{} was sent to {}.</translation>
    </message>
    <message>
        <source>{} 已另存为 {}。</source>
        <translation>{} was saved as {}.</translation>
    </message>
    <message>
        <source>打开 PDF</source>
        <translation>Open PDF</translation>
    </message>
    <message>
        <source>{}，{} 没有送出，没有留下文件。请换一台打印机。</source>
        <translation>{}: {} was not sent and no file is left. Please choose another printer.</translation>
    </message>
    <message>
        <source>{} 没有存成 PDF（代码 {}），没有留下文件。请换个地方再存。</source>
        <translation>{} was not saved as PDF (code {}) and no file is left. Please save it elsewhere.</translation>
    </message>
</context>
<context>
    <name>ListViews</name>
    <message>
        <source>视图名称</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>存为视图</source>
        <translation>Save as view</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>存为视图…</source>
        <translation>Save as view…</translation>
    </message>
    <message>
        <source>删除视图</source>
        <translation>Delete a view</translation>
    </message>
    <message>
        <source>视图还没有名称。</source>
        <translation>The view has no name yet.</translation>
    </message>
    <message>
        <source>最多存 {} 个视图：先删除一个。</source>
        <translation>At most {} views are kept: delete one first.</translation>
    </message>
    <message>
        <source>已存为视图「{}」。</source>
        <translation>Saved as view &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>已删除视图「{}」。</source>
        <translation>View &quot;{}&quot; deleted.</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>派工时间</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>最近来电</source>
        <translation>Last call</translation>
    </message>
    <message>
        <source>建档时间</source>
        <translation>On file since</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>欠项</source>
        <translation>Owing</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>First taken by</translation>
    </message>
    <message>
        <source>派工人</source>
        <translation>Dispatched by</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>滞留</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>Did what</translation>
    </message>
    <message>
        <source>哪一类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>哪一条</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>欠下</source>
        <translation>Owed since</translation>
    </message>
    <message>
        <source>试过</source>
        <translation>Tries</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>服务时间外</source>
        <translation>After hours</translation>
    </message>
    <message>
        <source>办完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>Asked to</translation>
    </message>
    <message>
        <source>请求时间</source>
        <translation>Asked at</translation>
    </message>
    <message>
        <source>请求人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Chased</translation>
    </message>
    <message>
        <source>谁来结单</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>答复时间</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>派工单号</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>What</translation>
    </message>
    <message>
        <source>第几次</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>联次</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>替代与被替代</source>
        <translation>Stands for / replaced by</translation>
    </message>
    <message>
        <source>有冲突待处理</source>
        <translation>Has an open conflict</translation>
    </message>
    <message>
        <source>其他席位</source>
        <translation>Another seat</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>已超 {span}</source>
        <translation>{span} late</translation>
    </message>
    <message>
        <source>还有 {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>滞留（分钟）</source>
        <translation>Held (minutes)</translation>
    </message>
    <message>
        <source>Alt+V 显示号码</source>
        <translation>Alt+V shows the number</translation>
    </message>
    <message>
        <source>完整</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>掩码</source>
        <translation>Masked</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>{} {} 已锁定</source>
        <translation>{} {} · locked</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>解锁  Enter</source>
        <translation>Unlock  Enter</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>Switch agent</translation>
    </message>
    <message>
        <source>请把话机也设为离席或示忙。</source>
        <translation>Set the telephone to away or busy, too.</translation>
    </message>
    <message>
        <source>{} 起 · 已离开 {}，超出 {}</source>
        <translation>Since {} · away {}, over by {}</translation>
    </message>
    <message>
        <source>{} 起 · 已离开 {}，最长 {}</source>
        <translation>Since {} · away {}, at most {}</translation>
    </message>
    <message>
        <source>{} 起 · 已离开 {}</source>
        <translation>Since {} · away {}</translation>
    </message>
    <message>
        <source> · 代岗 {}</source>
        <translation> · cover {}</translation>
    </message>
    <message>
        <source>已获准</source>
        <translation>Approved</translation>
    </message>
</context>
<context>
    <name>MapEditor</name>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>表里的列</source>
        <translation>Column in the file</translation>
    </message>
    <message>
        <source>空着或认不出时用</source>
        <translation>Where empty or unknown</translation>
    </message>
    <message>
        <source>未提供：{}</source>
        <translation>Not given: {}</translation>
    </message>
</context>
<context>
    <name>MarkNotes</name>
    <message>
        <source>有 {} 个客户标记等您确认：核实后在来电人的“档案”里确认或驳回。</source>
        <translation>{} marks on customers wait for you: check, then decide under File in the caller pane.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>MatterPart</name>
    <message>
        <source>记一笔</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>相关案件</source>
        <translation>Related cases</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>{} 补记</source>
        <translation>entered {}</translation>
    </message>
    <message>
        <source>更正前面的一笔</source>
        <translation>corrects the one before</translation>
    </message>
    <message>
        <source>已更正，见后面的一笔</source>
        <translation>corrected below</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>When it happened</translation>
    </message>
    <message>
        <source>记什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>写经过和事实；写错了用“更正一笔”，原来的会留着</source>
        <translation>Facts. What is wrong is corrected by another note; this one stays.</translation>
    </message>
    <message>
        <source>已记下。</source>
        <translation>Noted.</translation>
    </message>
    <message>
        <source>更正哪一笔</source>
        <translation>Which note</translation>
    </message>
    <message>
        <source>应当是</source>
        <translation>What is right</translation>
    </message>
    <message>
        <source>原来的一笔划掉后留着</source>
        <translation>The other stays, struck out</translation>
    </message>
    <message>
        <source>更正一笔</source>
        <translation>Correct a note</translation>
    </message>
    <message>
        <source>已更正，原来的留着。</source>
        <translation>Corrected; the other stays.</translation>
    </message>
    <message>
        <source>还没有传到本席</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>案件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>例如 AA03-00042-K</source>
        <translation>Such as AA03-00042-K</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>关联另一案件</source>
        <translation>Link another case</translation>
    </message>
    <message>
        <source>已关联。</source>
        <translation>Linked.</translation>
    </message>
    <message>
        <source>拆出的事项</source>
        <translation>The other matter</translation>
    </message>
    <message>
        <source>写事项，不写姓名和电话</source>
        <translation>The matter: no names, no numbers</translation>
    </message>
    <message>
        <source>为什么拆</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>已拆出一件，时限照旧。</source>
        <translation>Split off; its clock runs on.</translation>
    </message>
    <message>
        <source>拆分案件</source>
        <translation>Split the case</translation>
    </message>
    <message>
        <source>已取消关联，原来的记录留着。</source>
        <translation>No longer linked; that it was stays on record.</translation>
    </message>
    <message>
        <source>来电人还没有核对身份（Alt+I），处理单上有本人的资料，没有打开。</source>
        <translation>The caller has not said who they are (Alt+I). The sheet names them, so it was not opened.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>打印处理单只有 {} 可以，请他们打印。</source>
        <translation>Only {} may print it. Please ask them.</translation>
    </message>
    <message>
        <source>取消与 {} 的关联</source>
        <translation>Unlink {}</translation>
    </message>
    <message>
        <source>打印处理单</source>
        <translation>Print the case</translation>
    </message>
</context>
<context>
    <name>MessagePart</name>
    <message>
        <source>已电话通知</source>
        <translation>Told by phone</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>已打电话告诉 {}</source>
        <translation>{} was called</translation>
    </message>
    <message>
        <source>再发一次通知：{}</source>
        <translation>Send again: {}</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>试过 {} 次</source>
        <translation>tried {} times</translation>
    </message>
</context>
<context>
    <name>MessageStrips</name>
    <message>
        <source>打开工单</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>工单 {} 请打电话通知 {} {}。</source>
        <translation>Order {}: please call {} {}.</translation>
    </message>
    <message>
        <source>工单 {} 没有通知到 {}：{}。请打电话，再记下“已电话通知”。</source>
        <translation>Order {} did not reach {}: {}. Please call, then note it as told by phone.</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>您的密码是管理员设的，只能用来登录这一次。请换一个只有您知道的。</source>
        <translation>Your password was set by an administrator and is good for this sign-in only. Choose one that only you know.</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>换密码并登录  Enter</source>
        <translation>Change and sign in  Enter</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>至少 12 个字符，或 4 个词。</source>
        <translation>At least 12 characters, or 4 words.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>已有 {} 没有与中心库同步。记录都在本机，不会丢；请检查网络，或告诉值班长。</source>
        <translation>Not synced with central for {}. Nothing is lost; check the network or tell the lead.</translation>
    </message>
    <message>
        <source>现在再试</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>{} 秒后锁定，按任意键继续</source>
        <translation>Locks in {} s – press any key to go on</translation>
    </message>
    <message>
        <source>您有 {} 次离线登录待确认。</source>
        <translation>Offline sign-ins for you to confirm: {}.</translation>
    </message>
    <message>
        <source>去确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>这台电脑的时间比中心库慢 {}，时限会算错。请校正系统时间，或告诉管理员。</source>
        <translation>This computer&apos;s clock is {} slow: due times come out wrong. Set it right, or tell the administrator.</translation>
    </message>
    <message>
        <source>这台电脑的时间比中心库快 {}，时限会算错。请校正系统时间，或告诉管理员。</source>
        <translation>This computer&apos;s clock is {} fast: due times come out wrong. Set it right, or tell the administrator.</translation>
    </message>
    <message>
        <source>席位代码改为 {}，已有编号不变：本机数据是副本，另一份还在用。请告诉管理员。</source>
        <translation>Seat code now {}; old numbers stay. This data is a copy of one in use: tell the administrator.</translation>
    </message>
    <message>
        <source>有 {} 条记录中心库没有接受，或与别席冲突。两边的内容都留着。</source>
        <translation>Entries refused or in conflict with another seat: {}. Both versions are kept.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>电话要完整的吗？</source>
        <translation>Are phone numbers to be whole?</translation>
    </message>
    <message>
        <source>完整号码是客户的隐私：请妥善保管，用完就销毁。这一步会留下记录。</source>
        <translation>Whole numbers are personal data: keep them safe and destroy them after use. This step is logged.</translation>
    </message>
    <message>
        <source>只要掩码</source>
        <translation>Masked only</translation>
    </message>
    <message>
        <source>要完整号码</source>
        <translation>Whole numbers</translation>
    </message>
    <message>
        <source>都不要</source>
        <translation>Neither</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>类别建议</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>类别建议，依据“{}”</source>
        <translation>Category offered, going by: {}</translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>用户签字</source>
        <translation>Customer signed</translation>
    </message>
    <message>
        <source>上门的人</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>依据哪一条</source>
        <translation>By which clause</translation>
    </message>
    <message>
        <source>加派哪个单位</source>
        <translation>Which team besides</translation>
    </message>
    <message>
        <source>改派到</source>
        <translation>Send to</translation>
    </message>
    <message>
        <source>最迟时间</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>打印派工单</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>这张工单还没有传到本席，同步后再打开。</source>
        <translation>This order has not reached this seat yet; open it after the next sync.</translation>
    </message>
    <message>
        <source>工单 {}</source>
        <translation>Order {}</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>已催 {} 次</source>
        <translation>Pressed {} times</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>加派</source>
        <translation>Also</translation>
    </message>
    <message>
        <source>谁来结单</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>改派：{}</source>
        <translation>Redirected: {}</translation>
    </message>
    <message>
        <source>{why}（{rule}）</source>
        <translation>{why} ({rule})</translation>
    </message>
    <message>
        <source>按街道分片（CASE-5）</source>
        <translation>By the street&apos;s district (CASE-5)</translation>
    </message>
    <message>
        <source>按表单“{}”的规则</source>
        <translation>By the rule of the form {}</translation>
    </message>
    <message>
        <source>座席员选定</source>
        <translation>Chosen by the agent</translation>
    </message>
    <message>
        <source>座席员选定：{}</source>
        <translation>Chosen by the agent: {}</translation>
    </message>
    <message>
        <source>工单 {} 已开，等整体派工。</source>
        <translation>Order {} is made and waits for the round.</translation>
    </message>
    <message>
        <source>工单 {} 已派出。</source>
        <translation>Order {} is sent out.</translation>
    </message>
    <message>
        <source>工单 {number} 已催 {n} 次。</source>
        <translation>Order {number}: pressed {n} times.</translation>
    </message>
    <message>
        <source>工单 {number}：{did}。</source>
        <translation>Order {number}: {did}.</translation>
    </message>
    <message>
        <source>开单</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>{} 补记</source>
        <translation>entered {}</translation>
    </message>
    <message>
        <source>最迟 {}</source>
        <translation>By {}</translation>
    </message>
    <message>
        <source>用户已签字</source>
        <translation>Signed by the customer</translation>
    </message>
    <message>
        <source>用户没有签字</source>
        <translation>Not signed by the customer</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>完成时间</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>上门的人</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>OverlapPage</name>
    <message>
        <source>一人两席</source>
        <translation>Agents at two seats</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Agent no.</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>{}，然后 {}</source>
        <translation>{}, then {}</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>{} 起，到 {}，共 {}</source>
        <translation>since {}, until {}, {} in all</translation>
    </message>
    <message>
        <source>本人在 {} 登录并确认，{} 随即锁定。</source>
        <translation>They signed in at {} and confirmed it; {} locked.</translation>
    </message>
    <message>
        <source>{} 在用，按中心的规定没有让 {} 登录。</source>
        <translation>{} was in use; by the centre&apos;s rule {} stayed shut.</translation>
    </message>
    <message>
        <source>同一工号在两席同时在用，多半当时断网，或没有锁定就走开了。两席的记录都留着；请问清楚是谁，再按“已处理”。</source>
        <translation>One agent number was in use at two seats, mostly without the network, or left unlocked. The records of both are kept; find out who it was, then press Done.</translation>
    </message>
    <message>
        <source>已处理，不再列在待办里。</source>
        <translation>Done; it is off the work list.</translation>
    </message>
</context>
<context>
    <name>OwnState</name>
    <message>
        <source>示忙，或转回示闲</source>
        <translation>Busy, or ready again</translation>
    </message>
    <message>
        <source>通话结束，转话后；话后再按：延时</source>
        <translation>Call over, wrap up; again, more time</translation>
    </message>
    <message>
        <source>{} 起离席没有填原因。</source>
        <translation>You were away since {} and gave no reason.</translation>
    </message>
    <message>
        <source>补填原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>中心没有设延时的原因。写完再转示闲就是了，表单不会关。</source>
        <translation>The centre gives no reasons for more time. Go back to ready when you are done; no form closes.</translation>
    </message>
    <message>
        <source>延时原因</source>
        <translation>Reason for more time</translation>
    </message>
    <message>
        <source>话后要多一点时间，是因为：</source>
        <translation>More time after the call, because of:</translation>
    </message>
    <message>
        <source>{} +{} 分</source>
        <translation>{} +{} min</translation>
    </message>
    <message>
        <source>{} · 不限时</source>
        <translation>{} · no limit</translation>
    </message>
    <message>
        <source>{} 起离席，是因为：</source>
        <translation>Away since {}, because of:</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>正在排版…</source>
        <translation>Setting the page…</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>另存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
    <message>
        <source>至少选一联。</source>
        <translation>Choose at least one copy.</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>Paperwork</name>
    <message>
        <source>预览派工单、份数、哪几联</source>
        <translation>Preview slip, sets, copies</translation>
    </message>
    <message>
        <source>打印队列</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>选择打印机</source>
        <translation>Choose the printer</translation>
    </message>
    <message>
        <source>每种单子的打印设置</source>
        <translation>How each form is printed</translation>
    </message>
    <message>
        <source>打测试页</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>打开存放派工单的文件夹</source>
        <translation>Open slips folder</translation>
    </message>
    <message>
        <source>作废派工单、另开一张</source>
        <translation>Void the slip, make another</translation>
    </message>
    <message>
        <source>预览作废的派工单</source>
        <translation>Preview the void slip</translation>
    </message>
    <message>
        <source>这里还没有工单可预览。先打开一张，或按 F9 派工。</source>
        <translation>There is no order here to preview. Open one, or dispatch with F9.</translation>
    </message>
    <message>
        <source>这里没有作废的派工单。</source>
        <translation>There is no void slip here.</translation>
    </message>
    <message>
        <source>测试页</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>字样</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>派工单 {} 已送 {}，处理好打印机它会自己出来，不必再打。</source>
        <translation>Slip {} is at {} and comes out once the printer is put right. Do not print it again.</translation>
    </message>
    <message>
        <source>派工单 {} 已送 {}。</source>
        <translation>Slip {} sent to {}.</translation>
    </message>
    <message>
        <source>派工单 {} 已另存为 {}。</source>
        <translation>Slip {} saved as {}.</translation>
    </message>
    <message>
        <source>派工单 {} 已存为 PDF。</source>
        <translation>Slip {} kept as PDF.</translation>
    </message>
    <message>
        <source>字体没有的字：{}，单上已注明。</source>
        <translation>Signs the font lacks: {}; noted on the slip.</translation>
    </message>
    <message>
        <source>打开 PDF</source>
        <translation>Open PDF</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>另选打印机</source>
        <translation>Other printer</translation>
    </message>
    <message>
        <source>派工单 {} 上次出纸没有还不知道，没有再打。请到打印队列里说一声。</source>
        <translation>Nobody knows yet whether slip {} came out last time, so it was not printed again. Please say so in the print queue.</translation>
    </message>
    <message>
        <source>派工单 {} 还在打，没有再打一张。</source>
        <translation>Slip {} is still printing; it was not printed twice.</translation>
    </message>
    <message>
        <source>打开打印队列</source>
        <translation>Open the print queue</translation>
    </message>
    <message>
        <source>{} 张没有打出</source>
        <translation>{} not printed</translation>
    </message>
    <message>
        <source>{} 张不知出纸没有</source>
        <translation>{} not known to be out</translation>
    </message>
    <message>
        <source>派工单：{}。请到打印队列里看。</source>
        <translation>Slips: {}. Please look in the print queue.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>PasswordDoor</name>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>可以再输密码了。</source>
        <translation>You can enter the password again.</translation>
    </message>
    <message>
        <source>正在核对密码，打开本席数据…</source>
        <translation>Checking the password, opening this seat&apos;s data…</translation>
    </message>
</context>
<context>
    <name>PasswordPage</name>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>新密码马上在本席生效。忘了它，只有恢复密钥打得开本席的数据。</source>
        <translation>The new password holds on this seat at once. If it is forgotten, only a recovery key opens this seat&apos;s data.</translation>
    </message>
    <message>
        <source>新密码马上在中心和本席生效。别的席位连不上中心时，还认您上次在那里登录用的密码。</source>
        <translation>The new password holds at the centre and on this seat at once. Other seats without a connection still take the one you last signed in with there.</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>至少 12 个字符，或 4 个词。</source>
        <translation>At least 12 characters, or 4 words.</translation>
    </message>
    <message>
        <source>正在换密码…</source>
        <translation>Changing the password…</translation>
    </message>
    <message>
        <source>密码已换。下次登录、解锁用新的。</source>
        <translation>Password changed. Use the new one to sign in and to unlock.</translation>
    </message>
</context>
<context>
    <name>PhotoWindow</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>这张照片还没有到本席，或不能显示。在后台取到后再打开。</source>
        <translation>This photo is not here yet, or cannot be shown. Open it again once it has come.</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>话、拼音或首字母</source>
        <translation>Words, pinyin or initials</translation>
    </message>
    <message>
        <source>常用语</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 插入 · Tab 到下一个空 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter insert · Tab next blank · Esc back</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>前十行</source>
        <translation>First ten rows</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>可以导入</source>
        <translation>Can be imported</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>打印哪几联</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
</context>
<context>
    <name>PrintMenu</name>
    <message>
        <source>选择打印机</source>
        <translation>Choose the printer</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
    <message>
        <source>预览、份数、哪几联…</source>
        <translation>Preview, sets, copies…</translation>
    </message>
    <message>
        <source>打印队列</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>每种单子的打印设置…</source>
        <translation>How each form is printed…</translation>
    </message>
    <message>
        <source>打测试页</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>打开存放派工单的文件夹</source>
        <translation>Open slips folder</translation>
    </message>
    <message>
        <source>正在找打印机…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>这台电脑没有打印机</source>
        <translation>This computer has no printer</translation>
    </message>
</context>
<context>
    <name>PrintSetup</name>
    <message>
        <source>每种单子的打印设置</source>
        <translation>How each form is printed</translation>
    </message>
    <message>
        <source>F8 照这里直接打印，不再问。没有设过的跟本席打印机走。</source>
        <translation>F8 prints as it says here, without a question. What was not set goes where this seat prints.</translation>
    </message>
    <message>
        <source>打测试页</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>单子</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>纸盘</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>打印哪几联</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
    <message>
        <source>跟本席：{}</source>
        <translation>This seat&apos;s: {}</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>{}：至少选一联。</source>
        <translation>{}: choose at least one copy.</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>打印队列</source>
        <translation>Print queue</translation>
    </message>
    <message>
        <source>没有打印过。在工单上按 F8，派工单就会出现在这里。</source>
        <translation>Nothing was printed yet. Press F8 on an order and its slip will be listed here.</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>已出纸</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>没有出纸，再打</source>
        <translation>It did not: print again</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>换打印机…</source>
        <translation>Other printer…</translation>
    </message>
    <message>
        <source>没打出的全部再打</source>
        <translation>Print all that failed</translation>
    </message>
    <message>
        <source>再打</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Keep as PDF</translation>
    </message>
    <message>
        <source>{} 份</source>
        <translation>{} sets</translation>
    </message>
    <message>
        <source>{}：{}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>还有 {} 件在打</source>
        <translation>{} still printing</translation>
    </message>
    <message>
        <source>没有别的打印机。Ctrl+Shift+F8 可以再找一遍。</source>
        <translation>There is no other printer. Ctrl+Shift+F8 looks again.</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>复述</source>
        <translation>Read back</translation>
    </message>
    <message>
        <source>零 幺 二 三 四 五 六 七 八 九</source>
        <translation>zero one two three four five six seven eight nine</translation>
    </message>
    <message>
        <source>Esc 关闭 · 可以接着填</source>
        <translation>Esc closes · you may type on</translation>
    </message>
    <message>
        <source>复述：号码分组，大字</source>
        <translation>Read back: numbers in groups, large</translation>
    </message>
    <message>
        <source>还没有可以复述的：先填姓名、电话、地址或诉求。</source>
        <translation>Nothing to read back yet: fill in name, phone, address or request first.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>离席原因</source>
        <translation>Why you are away</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>A word more</translation>
    </message>
    <message>
        <source>简单说明，Enter 确认；不要写客户或健康情况</source>
        <translation>A word, then Enter; nothing of customers or health</translation>
    </message>
    <message>
        <source>{}：按数字键</source>
        <translation>{}: press a digit</translation>
    </message>
    <message>
        <source>{} · 已获准</source>
        <translation>{} · approved</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>为什么搁置（写明之后再按一次）</source>
        <translation>Why it is set aside (then press once more)</translation>
    </message>
    <message>
        <source>搁置的原因</source>
        <translation>Reason for setting aside</translation>
    </message>
    <message>
        <source>打开记录</source>
        <translation>Open record</translation>
    </message>
    <message>
        <source>搁置…</source>
        <translation>Set aside…</translation>
    </message>
    <message>
        <source>改好再发</source>
        <translation>Correct and resend</translation>
    </message>
    <message>
        <source>这一条已经发出去了，不用再处理。</source>
        <translation>This entry has been sent; there is nothing left to do.</translation>
    </message>
    <message>
        <source>退回 · {}</source>
        <translation>Refused · {}</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Seen to</translation>
    </message>
    <message>
        <source>中心库没有接受</source>
        <translation>Refused by central</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>写下时间</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>一起发送，不能在这里改的</source>
        <translation>Sent along, not to be changed here</translation>
    </message>
    <message>
        <source>发送的内容</source>
        <translation>What was sent</translation>
    </message>
    <message>
        <source>已改好，正在重新发送。原来那一条也留着。</source>
        <translation>Corrected and on its way again. The first entry is kept too.</translation>
    </message>
    <message>
        <source>已搁置，中心库不会收到它。内容和原因都留在本席。</source>
        <translation>Set aside; central will not receive it. The entry and the reason stay on this seat.</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>漏登、错登登记</source>
        <translation>Register of missed and wrong entries</translation>
    </message>
    <message>
        <source>这个月没有漏登，也没有错登。</source>
        <translation>Nothing was missed or wrong this month.</translation>
    </message>
    <message>
        <source>谁漏登</source>
        <translation>Who missed it</translation>
    </message>
    <message>
        <source>漏了什么</source>
        <translation>What was missed</translation>
    </message>
    <message>
        <source>几点的来电，说的什么</source>
        <translation>When the call came, and what was said</translation>
    </message>
    <message>
        <source>上个月</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>下个月</source>
        <translation>Month after</translation>
    </message>
    <message>
        <source>登记漏登</source>
        <translation>Register as missed</translation>
    </message>
    <message>
        <source>上报已阅</source>
        <translation>Report read</translation>
    </message>
    <message>
        <source>{} 人超过</source>
        <translation>{} over the limit</translation>
    </message>
    <message>
        <source>已上报，待阅</source>
        <translation>Reported, not read yet</translation>
    </message>
    <message>
        <source>已上报，已阅</source>
        <translation>Reported and read</translation>
    </message>
    <message>
        <source>登记 {}</source>
        <translation>By {}</translation>
    </message>
    <message>
        <source>请选是谁，写明漏了什么；还没有登记。</source>
        <translation>Choose who, and write what was missed; nothing is registered yet.</translation>
    </message>
    <message>
        <source>已登记漏登：{} 本月 {}/{}。</source>
        <translation>Registered as missed: {}, {}/{} this month.</translation>
    </message>
    <message>
        <source>已阅，不再列在待办里。</source>
        <translation>Read; it leaves the work list.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>案件 {} 转给您办了。</source>
        <translation>Case {} is yours now.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>{} 答复了您的请示：{}</source>
        <translation>{} answered your question: {}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>复核</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>哪一项</source>
        <translation>Which field</translation>
    </message>
    <message>
        <source>实际是什么</source>
        <translation>What is true</translation>
    </message>
    <message>
        <source>实际是什么，怎么改</source>
        <translation>What is true, and how to correct it</translation>
    </message>
    <message>
        <source>登记错登</source>
        <translation>Register as wrong</translation>
    </message>
    <message>
        <source>无误</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>首问 {}</source>
        <translation>First taker {}</translation>
    </message>
    <message>
        <source>已复核</source>
        <translation>Checked again</translation>
    </message>
    <message>
        <source>待复核 {}</source>
        <translation>{} to check</translation>
    </message>
    <message>
        <source>对照录音或记忆，逐项看一遍</source>
        <translation>Compare each field with the recording or what you remember</translation>
    </message>
    <message>
        <source>整条</source>
        <translation>The whole entry</translation>
    </message>
    <message>
        <source>{} 复核无误。</source>
        <translation>{} checked: right.</translation>
    </message>
    <message>
        <source>请写明实际是什么；还没有登记。</source>
        <translation>Write what is true; nothing is registered yet.</translation>
    </message>
    <message>
        <source>已登记错登：{} 本月 {}/{}。</source>
        <translation>Registered as wrong: {}, {}/{} this month.</translation>
    </message>
</context>
<context>
    <name>Ringing</name>
    <message>
        <source>受理</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>未显示号码</source>
        <translation>Number withheld</translation>
    </message>
    <message>
        <source>欠回电 {}</source>
        <translation>Callbacks owed: {}</translation>
    </message>
    <message>
        <source>线路 {}</source>
        <translation>Line {}</translation>
    </message>
    <message>
        <source>已挂断，还没有登记</source>
        <translation>Ended, not logged</translation>
    </message>
    <message>
        <source>通话中</source>
        <translation>On the line</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>Not on file</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>{} · 未结 {}：{}，滞留 {}</source>
        <translation>{} · {} open: {}, for {}</translation>
    </message>
    <message>
        <source>有 {} 个回电到时了。</source>
        <translation>Callbacks due: {}.</translation>
    </message>
    <message>
        <source>去回电</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>电话已 {} 没有响。请检查话机放好没有、线路通不通（CALL-1）。</source>
        <translation>The phone has been silent for {}. Check that the handset lies in place and the line works (CALL-1).</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>其他席位的座席员</source>
        <translation>Agent of another seat</translation>
    </message>
</context>
<context>
    <name>RoundNotes</name>
    <message>
        <source>回访：这一轮要打的</source>
        <translation>Visit calls: this round</translation>
    </message>
    <message>
        <source>安检抽样回访</source>
        <translation>Safety inspections: the sample</translation>
    </message>
    <message>
        <source>满意率</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>有 {} 户要回访。</source>
        <translation>{} households to be called.</translation>
    </message>
    <message>
        <source>有 {} 户要回访，其中 {} 户留交接。</source>
        <translation>{} households to be called, {} of them left for the handover.</translation>
    </message>
    <message>
        <source>去回访</source>
        <translation>Call them</translation>
    </message>
    <message>
        <source>上周的安检名单还没有收到（CB-2）。</source>
        <translation>Last week&apos;s list of inspections has not come (CB-2).</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>打开没有导入的行</source>
        <translation>Open the refused rows</translation>
    </message>
    <message>
        <source>正在检查，已看 {n} 行</source>
        <translation>Checking, {n} rows seen</translation>
    </message>
    <message>
        <source>正在导入，已看 {n} 行</source>
        <translation>Importing, {n} rows seen</translation>
    </message>
    <message>
        <source>，{n} 条没有通过</source>
        <translation>, {n} refused</translation>
    </message>
    <message>
        <source>这一批写完就停…</source>
        <translation>Stopping after this batch…</translation>
    </message>
</context>
<context>
    <name>SamplePage</name>
    <message>
        <source>导入名单</source>
        <translation>Import the list</translation>
    </message>
    <message>
        <source>说明：记结果时可以不填，换一户时写明原因</source>
        <translation>A note: optional beside an outcome, the reason when a household is replaced</translation>
    </message>
    <message>
        <source>这次回访的说明，或换一户的原因</source>
        <translation>Note on this call, or why the household is replaced</translation>
    </message>
    <message>
        <source>上一周</source>
        <translation>Week before</translation>
    </message>
    <message>
        <source>下一周</source>
        <translation>Week after</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>换一户</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>{} 到 {} 的名单</source>
        <translation>List of {} to {}</translation>
    </message>
    <message>
        <source>还没有收到</source>
        <translation>Not received yet</translation>
    </message>
    <message>
        <source>收到 {} 户</source>
        <translation>{} households received</translation>
    </message>
    <message>
        <source>（抽样时 {} 户，样本不变）</source>
        <translation> ({} when it was drawn; the sample stays)</translation>
    </message>
    <message>
        <source>未抽样</source>
        <translation>Not drawn</translation>
    </message>
    <message>
        <source>未收到</source>
        <translation>Not received</translation>
    </message>
    <message>
        <source>缺 {} 户</source>
        <translation>{} short</translation>
    </message>
    <message>
        <source>已访 {}/{}</source>
        <translation>Reached {}/{}</translation>
    </message>
    <message>
        <source>名单有 {} 户，还没有抽样。抽 {} 户，按类型、片区、班组分配；抽过不能重抽。</source>
        <translation>The list has {} households; no sample is drawn yet. {} are drawn, spread over type, area and team; it is drawn once.</translation>
    </message>
    <message>
        <source>这一周的名单还没有收到。收到安检稽查队长的表格（Excel 或 CSV）后，在这里导入。</source>
        <translation>This week&apos;s list has not come. Once the inspection lead has sent it (Excel or CSV), import it here.</translation>
    </message>
    <message>
        <source>没有分类</source>
        <translation>Unsorted</translation>
    </message>
    <message>
        <source>已换：{}</source>
        <translation>Replaced: {}</translation>
    </message>
    <message>
        <source>替补</source>
        <translation>Stands in</translation>
    </message>
    <message>
        <source>已抽 {} 户（种子 {}），抽过不能重抽。</source>
        <translation>{} households drawn (seed {}). It is drawn once.</translation>
    </message>
    <message>
        <source>已经回访过了，不能改成“{}”。</source>
        <translation>This call is done; it cannot become: {}.</translation>
    </message>
    <message>
        <source>已记“{}”。</source>
        <translation>Noted: {}.</translation>
    </message>
    <message>
        <source>请先写明为什么换一户；还没有换。</source>
        <translation>Say first why the household is replaced; nothing is changed yet.</translation>
    </message>
    <message>
        <source>名单里没有别的户可以换了。</source>
        <translation>The list has no other household left.</translation>
    </message>
    <message>
        <source>打过而没有访成的才能换：未接、拒访或号码错。</source>
        <translation>Only who was called in vain is replaced: no answer, declined, wrong number.</translation>
    </message>
    <message>
        <source>已换一户，原来的和原因都留着。</source>
        <translation>Replaced; the first one and the reason are kept.</translation>
    </message>
    <message>
        <source>打印名单要有打印列表的权限。</source>
        <translation>Printing the sheet takes the right to print lists.</translation>
    </message>
    <message>
        <source>序</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>片区</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>名单 {}</source>
        <translation>List of {}</translation>
    </message>
    <message>
        <source>种子 {}</source>
        <translation>Seed {}</translation>
    </message>
</context>
<context>
    <name>SatisfactionPage</name>
    <message>
        <source>满意率</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>按什么分</source>
        <translation>Told apart by</translation>
    </message>
    <message>
        <source>这段时间没有回访。回访登记了结果，满意率会出现在这里。</source>
        <translation>No calls in this time. Once their outcomes are noted, satisfaction stands here.</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>另存为文件</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>上周</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>按名单</source>
        <translation>By list</translation>
    </message>
    <message>
        <source>按班组</source>
        <translation>By team</translation>
    </message>
    <message>
        <source>按回访人</source>
        <translation>By caller</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Grouped</translation>
    </message>
    <message>
        <source>满意 {}</source>
        <translation>{} satisfied</translation>
    </message>
    <message>
        <source>应访</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>已拨</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>访到</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>满意/已拨</source>
        <translation>Of all called</translation>
    </message>
    <message>
        <source>满意/访到</source>
        <translation>Of all reached</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>还没有人</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>没有班组</source>
        <translation>No team</translation>
    </message>
    <message>
        <source>已复制 {} 行。</source>
        <translation>{} rows copied.</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>已另存为 {}。</source>
        <translation>Saved as {}.</translation>
    </message>
    <message>
        <source>没有存成文件（代码 {}）。请换个地方再存。</source>
        <translation>Not saved (code {}). Please choose another place.</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>本席没有 {} 这张派工单，可能还没有同步过来。</source>
        <translation>Slip {} is not at this seat; it may not have come yet.</translation>
    </message>
</context>
<context>
    <name>ScriptCard</name>
    <message>
        <source>话术</source>
        <translation>Script</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>大写锁定（Caps Lock）已开。</source>
        <translation>Caps Lock is on.</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>离线登录</source>
        <translation>Offline sign-ins</translation>
    </message>
    <message>
        <source>您的密码</source>
        <translation>Your password</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>是我</source>
        <translation>It was me</translation>
    </message>
    <message>
        <source>不是我</source>
        <translation>Not me</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>密码只用来向中心库证明是您本人，不会保存。</source>
        <translation>The password only proves to central that it is you; it is not stored.</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>Seat {}</translation>
    </message>
    <message>
        <source>别的席位</source>
        <translation>another seat</translation>
    </message>
    <message>
        <source>{} 条</source>
        <translation>{} entries</translation>
    </message>
    <message>
        <source>就是这一次</source>
        <translation>the one going on now</translation>
    </message>
    <message>
        <source>在本席</source>
        <translation>at this seat</translation>
    </message>
    <message>
        <source>先输入密码按 Enter，可以看到席位和条数</source>
        <translation>Type your password and press Enter to see the seat and how many entries</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>From {}</translation>
    </message>
    <message>
        <source>{} 次待确认</source>
        <translation>{} to confirm</translation>
    </message>
    <message>
        <source>都已说明</source>
        <translation>All answered</translation>
    </message>
    <message>
        <source>这几次登录时连不上中心库，密码没有经中心库核对。请逐次说明是不是您本人；说过的不能再改。不是您的，记录也都留着，由值班长和主管查看。</source>
        <translation>Central was out of reach at these sign-ins and did not check the password. Say of each whether it was you; an answer cannot be changed. What was not yours is kept too, for the shift lead and supervisor to see.</translation>
    </message>
    <message>
        <source>没有待确认的离线登录。</source>
        <translation>No offline sign-ins to confirm.</translation>
    </message>
    <message>
        <source>还没有说明</source>
        <translation>Not answered yet</translation>
    </message>
    <message>
        <source>正在问中心库…</source>
        <translation>Asking central…</translation>
    </message>
    <message>
        <source>已提交：是我 {} 次，不是我 {} 次。</source>
        <translation>Sent. It was me: {}. Not me: {}.</translation>
    </message>
    <message>
        <source>中心库列出 {} 次，请逐次说明。</source>
        <translation>Central lists {}. Please answer each.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>现在用的</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>没有采用</source>
        <translation>Not used</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>工号</source>
        <translation>Agent no.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>登录  Enter</source>
        <translation>Sign in  Enter</translation>
    </message>
</context>
<context>
    <name>SlipPreview</name>
    <message>
        <source>预览派工单 {}</source>
        <translation>Preview of slip {}</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>还没有单号，打印时取号。预览不计入打印次数。</source>
        <translation>The number is given when it is printed. A preview is not counted.</translation>
    </message>
    <message>
        <source>已打印 {} 次，单上注明“补打 {}”。预览不计入打印次数。</source>
        <translation>Printed {} times before; marked Reprint {}. A preview is not counted.</translation>
    </message>
    <message>
        <source>预览不计入打印次数。</source>
        <translation>A preview is not counted.</translation>
    </message>
</context>
<context>
    <name>SlipWindow</name>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>用哪张表单的单子看</source>
        <translation>The form whose slip is shown</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>席位的语言；模板写了语言的，按模板</source>
        <translation>The seat&apos;s language; a template that names one has its own</translation>
    </message>
    <message>
        <source>预览：{}</source>
        <translation>Preview: {}</translation>
    </message>
    <message>
        <source>横</source>
        <translation>landscape</translation>
    </message>
    <message>
        <source>竖</source>
        <translation>portrait</translation>
    </message>
    <message>
        <source>{} · {} {} · 一张 {} 份</source>
        <translation>{} · {} {} · {} to a sheet</translation>
    </message>
    <message>
        <source>没有画成（代码 {}）。</source>
        <translation>It could not be drawn (code {}).</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>打印 {} 次，最近 {}</source>
        <translation>Printed {} times, last {}</translation>
    </message>
    <message>
        <source>已取号，还没有打印</source>
        <translation>Numbered, not printed yet</translation>
    </message>
    <message>
        <source>{} 作废：{}</source>
        <translation>Void {}: {}</translation>
    </message>
    <message>
        <source>由 {} 替代</source>
        <translation>replaced by {}</translation>
    </message>
    <message>
        <source>替代 {}</source>
        <translation>stands for {}</translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>还有 {} 条</source>
        <translation>{} more</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>新建受理  F2</source>
        <translation>New call  F2</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>没有打开的受理。电话来了，按 F2 选表单。</source>
        <translation>No call is open. When the phone rings, press F2 and choose a form.</translation>
    </message>
    <message>
        <source>关闭  Ctrl+W</source>
        <translation>Close  Ctrl+W</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Taken</name>
    <message>
        <source>查看</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>{} {} 在席位 {} 接手了您的草稿“{}”：{}</source>
        <translation>{} at {}, seat {}, took over your draft {}: {}</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>显示完整号码是{who}的权限。</source>
        <translation>Showing whole numbers is for: {who}.</translation>
    </message>
    <message>
        <source>从列表复制是{who}的权限。</source>
        <translation>Copying out of lists is for: {who}.</translation>
    </message>
    <message>
        <source>一次复制多行是{who}的权限，请只选一行。</source>
        <translation>Copying several rows is for: {who}. Please choose one row only.</translation>
    </message>
    <message>
        <source>导出列表是{who}的权限。</source>
        <translation>Exporting lists is for: {who}.</translation>
    </message>
    <message>
        <source>打印列表是{who}的权限。</source>
        <translation>Printing lists is for: {who}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有人</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>这一行没有掩码的号码。</source>
        <translation>Nothing in this row is masked.</translation>
    </message>
    <message>
        <source>一次最多复制 {} 行。更多请按 Ctrl+E 导出。</source>
        <translation>At most {} rows can be copied at once. Press Ctrl+E to export more.</translation>
    </message>
    <message>
        <source>一次最多打印 {} 张派工单。</source>
        <translation>At most {} slips can be printed at once.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Exported by</translation>
    </message>
    <message>
        <source>筛选：{}</source>
        <translation>Filter: {}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>号码完整</source>
        <translation>numbers whole</translation>
    </message>
    <message>
        <source>号码已掩码</source>
        <translation>numbers masked</translation>
    </message>
    <message>
        <source>共 {} 条</source>
        <translation>{} in all</translation>
    </message>
    <message>
        <source>一次最多打印 {} 条，请先筛选；更多请按 Ctrl+E 导出。</source>
        <translation>At most {} rows can be printed; filter first, or press Ctrl+E to export more.</translation>
    </message>
    <message>
        <source>打印 {}</source>
        <translation>Print {}</translation>
    </message>
    <message>
        <source>打印所选的派工单</source>
        <translation>Print the chosen slips</translation>
    </message>
    <message>
        <source>显示号码</source>
        <translation>Show the number</translation>
    </message>
    <message>
        <source>复制号码</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>复制所选行</source>
        <translation>Copy the chosen rows</translation>
    </message>
    <message>
        <source>复制所选行，带表头</source>
        <translation>Copy the chosen rows with header</translation>
    </message>
    <message>
        <source>导出这个列表…</source>
        <translation>Export this list…</translation>
    </message>
    <message>
        <source>打印这个列表…</source>
        <translation>Print this list…</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>打开案件</source>
        <translation>Open case</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>登记答复</source>
        <translation>Enter answer</translation>
    </message>
    <message>
        <source>这一条还没有传到本席，同步后再打开。</source>
        <translation>This has not reached this seat yet; open it after the next sync.</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>要看什么</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>答复时限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>催办 {} 次</source>
        <translation>Reminded {}×</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>记下这次催办</source>
        <translation>Note reminder</translation>
    </message>
    <message>
        <source>答复时间</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>监督员的答复</source>
        <translation>The inspector&apos;s answer</translation>
    </message>
    <message>
        <source>已催 {} 次。</source>
        <translation>Reminded {}×.</translation>
    </message>
    <message>
        <source>已登记答复。</source>
        <translation>The answer is entered.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>席位 {}</source>
        <translation>Seat {}</translation>
    </message>
    <message>
        <source>当前登录：{} {}</source>
        <translation>Signed in: {} {}</translation>
    </message>
    <message>
        <source>离席，锁定本席  {}</source>
        <translation>Leave: lock this seat  {}</translation>
    </message>
    <message>
        <source>离席，锁定本席</source>
        <translation>Leave: lock this seat</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>Switch agent</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>宽松</source>
        <translation>Comfortable</translation>
    </message>
    <message>
        <source>行距</source>
        <translation>Row height</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>转为示闲  {}</source>
        <translation>Be ready again  {}</translation>
    </message>
    <message>
        <source>话后延时  {}</source>
        <translation>More time to wrap up  {}</translation>
    </message>
    <message>
        <source>通话结束，转话后  {}</source>
        <translation>Call over, wrap up  {}</translation>
    </message>
    <message>
        <source>已超时 {}</source>
        <translation>Overdue {}</translation>
    </message>
    <message>
        <source>半分钟</source>
        <translation>half a minute</translation>
    </message>
    <message>
        <source>一分钟</source>
        <translation>one minute</translation>
    </message>
    <message>
        <source>两分钟</source>
        <translation>two minutes</translation>
    </message>
    <message>
        <source>五分钟</source>
        <translation>five minutes</translation>
    </message>
    <message>
        <source>按中心规定</source>
        <translation>As the centre has it</translation>
    </message>
    <message>
        <source>没人时锁定</source>
        <translation>Lock when nobody is there</translation>
    </message>
    <message>
        <source>转为示忙  {}</source>
        <translation>Be busy  {}</translation>
    </message>
    <message>
        <source>下一时限 {}</source>
        <translation>Next due: {}</translation>
    </message>
    <message>
        <source>快到时限 {}</source>
        <translation>Near: {}</translation>
    </message>
    <message>
        <source>没有临近的时限</source>
        <translation>Nothing due soon</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>坐席工作台 · 已锁定</source>
        <translation>Zuoxi · locked</translation>
    </message>
    <message>
        <source>坐席工作台</source>
        <translation>Zuoxi</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>显示窗口</source>
        <translation>Show window</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>回访</source>
        <translation>Visit calls</translation>
    </message>
    <message>
        <source>现在没有要回访的。到了轮次时间，当天的工单会自己列在这里。</source>
        <translation>Nobody to be called now. At the time of a round the day&apos;s orders stand here by themselves.</translation>
    </message>
    <message>
        <source>说明：记结果时可以不填，转交时写明原因</source>
        <translation>A note: optional beside an outcome, the reason when a call is handed on</translation>
    </message>
    <message>
        <source>这次回访的说明，或转交的原因</source>
        <translation>Note on this call, or why it is handed on</translation>
    </message>
    <message>
        <source>工号、姓名或首字母</source>
        <translation>Number, name or initials</translation>
    </message>
    <message>
        <source>转交给谁</source>
        <translation>Hand on to</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 转交 · Esc 返回</source>
        <translation>↑ ↓ choose · Enter hands on · Esc back</translation>
    </message>
    <message>
        <source>看所有人的</source>
        <translation>Everybody&apos;s</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Log a call</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>还没到时间</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>今天已回访，按错了可以再按一次改正</source>
        <translation>Done today; a wrong key is set right by another</translation>
    </message>
    <message>
        <source>{} 户留交接</source>
        <translation>{} left for the handover</translation>
    </message>
    <message>
        <source>待回访 {}</source>
        <translation>{} to call</translation>
    </message>
    <message>
        <source>所有人的</source>
        <translation>Everybody&apos;s</translation>
    </message>
    <message>
        <source>我的，和还没有人的</source>
        <translation>Mine, and nobody&apos;s</translation>
    </message>
    <message>
        <source>每天 {}</source>
        <translation>Daily at {}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{} 这一轮</source>
        <translation>The round of {}</translation>
    </message>
    <message>
        <source>没有片区</source>
        <translation>No area</translation>
    </message>
    <message>
        <source>未接 {}</source>
        <translation>No answer ×{}</translation>
    </message>
    <message>
        <source>留交接</source>
        <translation>For the handover</translation>
    </message>
    <message>
        <source>{} 再拨</source>
        <translation>Again at {}</translation>
    </message>
    <message>
        <source>上轮未完</source>
        <translation>From the round before</translation>
    </message>
    <message>
        <source>{} · 完工 {}</source>
        <translation>{} · done {}</translation>
    </message>
    <message>
        <source>{} · 最迟 {}</source>
        <translation>{} · by {}</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>没有号码</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>已经回访过了，不能改成“{}”。</source>
        <translation>This call is done; it cannot become: {}.</translation>
    </message>
    <message>
        <source>已记“{}”，事项已退回重办。</source>
        <translation>Noted: {}. The matter goes back to be worked on.</translation>
    </message>
    <message>
        <source>已记“{}”。</source>
        <translation>Noted: {}.</translation>
    </message>
    <message>
        <source>请先写明为什么转交；还没有转交。</source>
        <translation>Say first why it is handed on; nothing is changed yet.</translation>
    </message>
    <message>
        <source>没有别人可以转交。</source>
        <translation>There is nobody else to hand it to.</translation>
    </message>
    <message>
        <source>没有转交：这一户已经办了，或已经是这个人的。</source>
        <translation>Not handed on: it is done, or theirs already.</translation>
    </message>
    <message>
        <source>已转交 {}。</source>
        <translation>Handed on to {}.</translation>
    </message>
    <message>
        <source>只看我的</source>
        <translation>Mine only</translation>
    </message>
</context>
<context>
    <name>VoidSlip</name>
    <message>
        <source>作废派工单 {}</source>
        <translation>Void slip {}</translation>
    </message>
    <message>
        <source>号码 {} 不再使用，也不能恢复；原单和新单都会保留，互相注明。</source>
        <translation>Number {} is used no more and cannot be restored; both slips are kept, and each names the other.</translation>
    </message>
    <message>
        <source>例如：地址写错、改派、客户取消</source>
        <translation>E.g. wrong address, another team, cancelled</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写原因：它会印在单上，并登记。</source>
        <translation>Please say why: it is printed on the slip and registered.</translation>
    </message>
    <message>
        <source>先不做</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>只作废</source>
        <translation>Void only</translation>
    </message>
    <message>
        <source>作废并重开</source>
        <translation>Void and reissue</translation>
    </message>
</context>
<context>
    <name>Voiding</name>
    <message>
        <source>这里没有可作废的派工单：要先打开一张工单，并且打印过。</source>
        <translation>There is no slip to make void: open an order whose slip was printed.</translation>
    </message>
    <message>
        <source>派工单 {} 已作废。</source>
        <translation>Slip {} is void.</translation>
    </message>
    <message>
        <source>派工单 {} 已作废，由 {} 替代。</source>
        <translation>Slip {} is void; {} stands for it.</translation>
    </message>
    <message>
        <source>打印新单</source>
        <translation>Print the new one</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>通知线路</source>
        <translation>Message ways</translation>
    </message>
    <message>
        <source>存下</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>规则里没有通知线路（forms/rules/notify.yaml），紧急工单由人打电话通知。</source>
        <translation>The rules have no message ways (forms/rules/notify.yaml): of urgent orders somebody calls.</translation>
    </message>
    <message>
        <source>密码、签名密钥只存在本席加密的库里，不同步，也不再显示。每个派工的席位各填一次。</source>
        <translation>Passwords and signing keys are kept in the encrypted file of this seat alone: not synced, never shown again. Type them in once at each seat that dispatches.</translation>
    </message>
    <message>
        <source>{} 的密码</source>
        <translation>Password of {}</translation>
    </message>
    <message>
        <source>已填过，再填就换掉</source>
        <translation>There is one; typed anew, it is replaced</translation>
    </message>
    <message>
        <source>还没有填</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>密码、密钥</source>
        <translation>Password or key</translation>
    </message>
    <message>
        <source>已存下：{}。</source>
        <translation>Kept: {}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>坐席工作台</source>
        <translation>Zuoxi</translation>
    </message>
</context>
<context>
    <name>Withheld</name>
    <message>
        <source>改为填写  Backspace</source>
        <translation>Fill in instead  Backspace</translation>
    </message>
    <message>
        <source>改为填写</source>
        <translation>Fill in instead</translation>
    </message>
    <message>
        <source>未提供：{}</source>
        <translation>Not given: {}</translation>
    </message>
    <message>
        <source>未提供</source>
        <translation>Not given</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>保存前要填</source>
        <translation>Needed to save</translation>
    </message>
    <message>
        <source>派工前要填</source>
        <translation>Needed to dispatch</translation>
    </message>
    <message>
        <source>结案前要填</source>
        <translation>Needed to close</translation>
    </message>
    <message>
        <source>请填写“{field}”。</source>
        <translation>Please fill in &quot;{field}&quot;.</translation>
    </message>
    <message>
        <source>请选择“{field}”。</source>
        <translation>Please choose &quot;{field}&quot;.</translation>
    </message>
    <message>
        <source>请先向客户复述一遍，再勾选“{field}”。</source>
        <translation>Please read it back to the customer, then tick &quot;{field}&quot;.</translation>
    </message>
    <message>
        <source>“{field}”不能选“未提供”，请问清后填写。</source>
        <translation>&quot;{field}&quot; cannot be &quot;Not given&quot;. Please ask and fill it in.</translation>
    </message>
    <message>
        <source>请选择客户没有提供“{field}”的原因。</source>
        <translation>Please choose why the customer did not give &quot;{field}&quot;.</translation>
    </message>
    <message>
        <source>“{field}”的内容读不懂，请重填这一项。</source>
        <translation>&quot;{field}&quot; cannot be read. Please fill it in again.</translation>
    </message>
    <message>
        <source>“{field}”有 {length} 字，最多 {max} 字。多出的部分还在，请删短。</source>
        <translation>&quot;{field}&quot; has {length} characters, at most {max} are allowed. Nothing was cut off; please shorten it.</translation>
    </message>
    <message>
        <source>“{field}”不像一个电话号码，请与客户核对位数。</source>
        <translation>&quot;{field}&quot; does not look like a phone number. Please check the digits with the customer.</translation>
    </message>
    <message>
        <source>“{field}”要填数字。</source>
        <translation>&quot;{field}&quot; must be a number.</translation>
    </message>
    <message>
        <source>“{field}”要在 {min} 到 {max} 之间，请核对。</source>
        <translation>&quot;{field}&quot; must be from {min} to {max}. Please check.</translation>
    </message>
    <message>
        <source>“{field}”至少 {min}，请核对。</source>
        <translation>&quot;{field}&quot; must be at least {min}. Please check.</translation>
    </message>
    <message>
        <source>“{field}”至多 {max}，请核对。</source>
        <translation>&quot;{field}&quot; must be at most {max}. Please check.</translation>
    </message>
    <message>
        <source>“{field}”要从列表中选一项。</source>
        <translation>Please choose &quot;{field}&quot; from the list.</translation>
    </message>
    <message>
        <source>“{field}”要填日期和时间，例如 11-21 14:05。</source>
        <translation>&quot;{field}&quot; must be a date and time, such as 11-21 14:05.</translation>
    </message>
    <message>
        <source>这个内容不能用在这一项，记录没有变。请选另一个，或改成别的。</source>
        <translation>This value cannot be used in this field; the record is unchanged. Choose the other, or edit.</translation>
    </message>
    <message>
        <source>这条记录不在本席，改不了。两边的内容都留着，请等同步之后再处理。</source>
        <translation>This record is not on this seat and cannot be changed. Both versions are kept; decide after the next sync.</translation>
    </message>
    <message>
        <source>这一项是更新的程序写的，这个版本改不了。可以保留现在用的，或升级程序之后再处理。</source>
        <translation>A newer program wrote this field, and this version cannot change it. Keep what is in use, or update the program first.</translation>
    </message>
    <message>
        <source>“{field}”还没有到。请填已经发生的时间。</source>
        <translation>&quot;{field}&quot; lies ahead. Enter when it happened.</translation>
    </message>
    <message>
        <source>“{field}”比上一步还早。请核对时间。</source>
        <translation>&quot;{field}&quot; is before the step before it. Please check.</translation>
    </message>
    <message>
        <source>这一步现在轮不到：别人已经做了，或要先交办。请看上面的进度。</source>
        <translation>Not this step now: somebody has taken it, or it is to be assigned first. See above.</translation>
    </message>
    <message>
        <source>被投诉人不能处理这件投诉。请选另一个人。</source>
        <translation>Nobody handles a complaint about themselves. Choose somebody else.</translation>
    </message>
    <message>
        <source>您是被投诉人，这件投诉由别人处理。请告诉主管或主任。</source>
        <translation>It is about you: somebody else handles it. Tell a supervisor or the director.</translation>
    </message>
    <message>
        <source>本席没有这个编号的案件。请核对编号，或等同步之后再试。</source>
        <translation>No case here has this number. Check it, or try again after the next sync.</translation>
    </message>
    <message>
        <source>这就是本案。请填另一个案件的编号。</source>
        <translation>That is this very case. Enter the number of another.</translation>
    </message>
    <message>
        <source>这两个案件已经有联系。</source>
        <translation>These two are tied already.</translation>
    </message>
    <message>
        <source>本机没有这种表单的定义，存不了。已填的内容都在，请告诉值班长。</source>
        <translation>This seat has no definition of this form, so it cannot be saved. Everything you typed is kept; please tell the shift lead.</translation>
    </message>
    <message>
        <source>要并入的案件已经结了，或不在本席。已填的内容都在：按 Alt+J 不并入，再保存。</source>
        <translation>The case to be joined is closed, or not at this seat. Nothing typed is lost: press Alt+J not to join it, then save.</translation>
    </message>
    <message>
        <source>这条受理记录不在本席。已填的内容都在，请等同步之后再存。</source>
        <translation>This call is not on this seat. All you typed is kept; please save after the next sync.</translation>
    </message>
    <message>
        <source>“{field}”别席已先存了，以已存的为准；您填的“{typed}”没有存入。</source>
        <translation>Another seat stored {field} first, and that stands; your &quot;{typed}&quot; was not saved.</translation>
    </message>
    <message>
        <source>与别席冲突，待处理：没有采用的是“{lost}”。</source>
        <translation>In conflict with another seat; not used: &quot;{lost}&quot;.</translation>
    </message>
    <message>
        <source>这条受理记录没有案件，不能派工。记录本身已保存。</source>
        <translation>This call has no case and cannot be dispatched. The call itself is saved.</translation>
    </message>
    <message>
        <source>这一案件要先由值班长立案才能派工。已填的内容都在，可以先保存。</source>
        <translation>A shift lead has to file this case before it is dispatched. All you typed is kept; you can save it.</translation>
    </message>
    <message>
        <source>案件现在的状态，或您的职责，不能做这一步；什么也没有变。请看“经过”。</source>
        <translation>Not from where the case stands now, or not yours to do; nothing changed. See its history.</translation>
    </message>
    <message>
        <source>这一步要由值班长做，记录没有变。请告诉值班长。</source>
        <translation>This is the shift lead&apos;s to do; nothing changed. Please tell them.</translation>
    </message>
    <message>
        <source>监督员还没有答复核实，不能立案。请先催办，或登记答复。</source>
        <translation>The inspector has not answered yet, so it cannot be filed. Remind them, or enter the answer.</translation>
    </message>
    <message>
        <source>请选另一个还没有办结的案件。</source>
        <translation>Please choose another case that is still open.</translation>
    </message>
    <message>
        <source>请选另一位在职的同事。</source>
        <translation>Please choose another colleague who works here.</translation>
    </message>
    <message>
        <source>已经有答复，或不由您答复，没有再改。</source>
        <translation>It has been answered, or is not yours to answer; nothing changed.</translation>
    </message>
    <message>
        <source>上面没有可以请示的人，没有送出。已写的内容都在。</source>
        <translation>There is nobody above to ask; it was not sent. All you typed is kept.</translation>
    </message>
    <message>
        <source>工单现在的状态，或您的职责，不能做这一步；什么也没有变。请看“经过”。</source>
        <translation>As the order stands, or by your role, this cannot be done; nothing has changed. See the history.</translation>
    </message>
    <message>
        <source>没有改动。请选另一个单位、时限或缓急。</source>
        <translation>Nothing is different. Choose another team, term or urgency.</translation>
    </message>
    <message>
        <source>这种表单不开工单。已填的内容都在，请按 Ctrl+Enter 保存。</source>
        <translation>This form makes no order. All you typed is kept; press Ctrl+Enter to save.</translation>
    </message>
    <message>
        <source>座席员</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>值班长</source>
        <translation>Shift lead</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>主任</source>
        <translation>Director</translation>
    </message>
    <message>
        <source>质检</source>
        <translation>QA</translation>
    </message>
    <message>
        <source>示闲</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>示忙</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>On call</translation>
    </message>
    <message>
        <source>话后</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>离席</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>失联</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>还没有送出</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>等值班长答复</source>
        <translation>Waits for a lead</translation>
    </message>
    <message>
        <source>已获准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>没有获准</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>正在离席</source>
        <translation>Away on it</translation>
    </message>
    <message>
        <source>已回席</source>
        <translation>Back after</translation>
    </message>
    <message>
        <source>过时未用</source>
        <translation>Not used in time</translation>
    </message>
    <message>
        <source>{name} 锁定了本席：{why}</source>
        <translation>{name} locked this seat: {why}</translation>
    </message>
    <message>
        <source>{name} 让本席退出登录：{why}</source>
        <translation>{name} signed this seat out: {why}</translation>
    </message>
    <message>
        <source>{name} 请您回席：{why}</source>
        <translation>{name} asks you to come back: {why}</translation>
    </message>
    <message>
        <source>{name} 在席位 {why} 登录了。草稿都在；不是您本人，请马上告诉值班长。</source>
        <translation>{name} signed in at seat {why}. Your drafts are kept; if that was not you, tell the shift lead at once.</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>预立案</source>
        <translation>Pre-filed</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>已派工</source>
        <translation>Dispatched</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>已核查</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>已结案</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>等着发出</source>
        <translation>Waiting to go out</translation>
    </message>
    <message>
        <source>要打电话</source>
        <translation>To be called</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>没有送达</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>已电话通知</source>
        <translation>Told by phone</translation>
    </message>
    <message>
        <source>工单作废，没有发</source>
        <translation>Not sent: the order is void</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>nobody answers</translation>
    </message>
    <message>
        <source>线路的密码不对</source>
        <translation>wrong password of the way</translation>
    </message>
    <message>
        <source>没有这个收件人</source>
        <translation>no such recipient</translation>
    </message>
    <message>
        <source>对方不收</source>
        <translation>refused there</translation>
    </message>
    <message>
        <source>线路没有可信的加密</source>
        <translation>no verified encryption</translation>
    </message>
    <message>
        <source>规则里没有这条线路</source>
        <translation>no such way in the rules</translation>
    </message>
    <message>
        <source>登记处置</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>核查合格</source>
        <translation>Inspected</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>并入另一案件</source>
        <translation>Merge into another</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>转给别人办</source>
        <translation>Hand to somebody</translation>
    </message>
    <message>
        <source>案件 {number} 已预立案，等值班长立案。</source>
        <translation>Case {number} is pre-filed and waits for a lead.</translation>
    </message>
    <message>
        <source>案件 {number} 已立案。</source>
        <translation>Case {number} is filed.</translation>
    </message>
    <message>
        <source>案件 {number} 已退回。</source>
        <translation>Case {number} was returned.</translation>
    </message>
    <message>
        <source>案件 {number} 已派工。</source>
        <translation>Case {number} is dispatched.</translation>
    </message>
    <message>
        <source>案件 {number} 已处置。</source>
        <translation>Case {number} is handled.</translation>
    </message>
    <message>
        <source>案件 {number} 核查合格。</source>
        <translation>Case {number} passed inspection.</translation>
    </message>
    <message>
        <source>案件 {number} 已结案。</source>
        <translation>Case {number} is closed.</translation>
    </message>
    <message>
        <source>案件 {number} 已并入另一案件。</source>
        <translation>Case {number} went into another.</translation>
    </message>
    <message>
        <source>案件 {number} 已作废。</source>
        <translation>Case {number} is void.</translation>
    </message>
    <message>
        <source>案件 {number} 已恢复。</source>
        <translation>Case {number} is back.</translation>
    </message>
    <message>
        <source>案件 {number} 已重新打开。</source>
        <translation>Case {number} is open again.</translation>
    </message>
    <message>
        <source>案件 {number} 已转交。</source>
        <translation>Case {number} is handed on.</translation>
    </message>
    <message>
        <source>请监督员核实</source>
        <translation>Ask for a site check</translation>
    </message>
    <message>
        <source>请监督员核查</source>
        <translation>Ask for an inspection</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Site check</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>True</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>Not true</translation>
    </message>
    <message>
        <source>无法确认</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>不合格，退回重办</source>
        <translation>Failed: do it again</translation>
    </message>
    <message>
        <source>同一号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>地址相同</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>地点相近</source>
        <translation>Near by</translation>
    </message>
    <message>
        <source>文字相近</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>类别相同</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>标记已确认，以后来电时显示。</source>
        <translation>The mark is confirmed and shown at every call from now on.</translation>
    </message>
    <message>
        <source>标记已驳回，不再显示；提议和原因留有记录。</source>
        <translation>The mark is refused and shown no more; proposal and reason stay on record.</translation>
    </message>
    <message>
        <source>标记已解除，不再显示；原因留有记录。</source>
        <translation>The mark is lifted and shown no more; the reason stays on record.</translation>
    </message>
    <message>
        <source>待派</source>
        <translation>To dispatch</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>完工</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已结单</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>派出</source>
        <translation>Send out</translation>
    </message>
    <message>
        <source>部分完成</source>
        <translation>Partly done</translation>
    </message>
    <message>
        <source>登记结果</source>
        <translation>Enter result</translation>
    </message>
    <message>
        <source>结单</source>
        <translation>Close order</translation>
    </message>
    <message>
        <source>作废工单</source>
        <translation>Void the order</translation>
    </message>
    <message>
        <source>作废并重开</source>
        <translation>Void and make anew</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Chased</translation>
    </message>
    <message>
        <source>加派单位</source>
        <translation>Add a team</translation>
    </message>
    <message>
        <source>改派、改时限</source>
        <translation>Another team or term</translation>
    </message>
    <message>
        <source>由我结单</source>
        <translation>I close it</translation>
    </message>
    <message>
        <source>不由我结单</source>
        <translation>I do not close it</translation>
    </message>
    <message>
        <source>已派出</source>
        <translation>sent out</translation>
    </message>
    <message>
        <source>已到场</source>
        <translation>on site</translation>
    </message>
    <message>
        <source>部分完成，已记下</source>
        <translation>partly done, noted</translation>
    </message>
    <message>
        <source>结果已登记</source>
        <translation>result entered</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>已作废，可以从案件重开</source>
        <translation>void; the case can have another</translation>
    </message>
    <message>
        <source>已加派单位</source>
        <translation>another team added</translation>
    </message>
    <message>
        <source>已改</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>由您结单</source>
        <translation>yours to close</translation>
    </message>
    <message>
        <source>不再由您结单</source>
        <translation>no longer yours to close</translation>
    </message>
    <message>
        <source>未接来电</source>
        <translation>Missed call</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>Left message</translation>
    </message>
    <message>
        <source>承诺回电</source>
        <translation>Promised call</translation>
    </message>
    <message>
        <source>请示有了答复</source>
        <translation>Question answered</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Visit calls</translation>
    </message>
    <message>
        <source>投诉回访</source>
        <translation>Complaint follow-up</translation>
    </message>
    <message>
        <source>欠着</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>请示</source>
        <translation>Escalations</translation>
    </message>
    <message>
        <source>待立案</source>
        <translation>To be filed</translation>
    </message>
    <message>
        <source>核实与核查</source>
        <translation>Inspections</translation>
    </message>
    <message>
        <source>我首问·未办结</source>
        <translation>First taken by me</translation>
    </message>
    <message>
        <source>遗留草稿</source>
        <translation>Drafts left here</translation>
    </message>
    <message>
        <source>我经办</source>
        <translation>My open cases</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>Visit calls</translation>
    </message>
    <message>
        <source>待回电</source>
        <translation>Callbacks</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>欠项</source>
        <translation>Fields owed</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To check again</translation>
    </message>
    <message>
        <source>漏登错登上报</source>
        <translation>Entry reports</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>其他人的冲突</source>
        <translation>Others&apos; conflicts</translation>
    </message>
    <message>
        <source>不是本人的登录</source>
        <translation>Sign-ins denied</translation>
    </message>
    <message>
        <source>一人两席</source>
        <translation>Agents at two seats</translation>
    </message>
    <message>
        <source>其他人经办</source>
        <translation>Others&apos; cases</translation>
    </message>
    <message>
        <source>丢弃的草稿</source>
        <translation>Discarded drafts</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>Dispatch slip</translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>客户档案</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>离席申请</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>已丢弃的草稿</source>
        <translation>Discarded draft</translation>
    </message>
    <message>
        <source>冲突的处理</source>
        <translation>Decision on a conflict</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>名单上的住户</source>
        <translation>Listed household</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>回电</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>记事</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>投诉的处理</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>Dispatched</translation>
    </message>
    <message>
        <source>打印派工单</source>
        <translation>Slip printed</translation>
    </message>
    <message>
        <source>处理了与别席的冲突</source>
        <translation>Conflict settled</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attached</translation>
    </message>
    <message>
        <source>关联案件</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>取消关联</source>
        <translation>Unlinked</translation>
    </message>
    <message>
        <source>拆出案件</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>由案件拆出</source>
        <translation>Split from</translation>
    </message>
    <message>
        <source>投诉交办</source>
        <translation>Complaint assigned</translation>
    </message>
    <message>
        <source>投诉重新交办</source>
        <translation>Complaint assigned again</translation>
    </message>
    <message>
        <source>投诉处理完毕</source>
        <translation>Complaint handled</translation>
    </message>
    <message>
        <source>已反馈客户</source>
        <translation>Customer told</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>Called back</translation>
    </message>
    <message>
        <source>回访，客户不满意</source>
        <translation>Called back, not satisfied</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>拆出</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>拆自</source>
        <translation>Split from</translation>
    </message>
    <message>
        <source>投诉待交办</source>
        <translation>To be assigned</translation>
    </message>
    <message>
        <source>投诉处理中</source>
        <translation>Being handled</translation>
    </message>
    <message>
        <source>投诉待反馈</source>
        <translation>Customer to be told</translation>
    </message>
    <message>
        <source>投诉待回访</source>
        <translation>To be called back</translation>
    </message>
    <message>
        <source>投诉已办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>草稿的接手</source>
        <translation>Draft taken over</translation>
    </message>
    <message>
        <source>案件的流转</source>
        <translation>Step of a case</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>无误</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>错登</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>漏登</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>上报已阅</source>
        <translation>Report read</translation>
    </message>
    <message>
        <source>显示号码</source>
        <translation>Show the number</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>派工单登记</source>
        <translation>Register of slips</translation>
    </message>
    <message>
        <source>保留了现在用的</source>
        <translation>Kept what was in use</translation>
    </message>
    <message>
        <source>改用了没有采用的</source>
        <translation>Used the other after all</translation>
    </message>
    <message>
        <source>改成了别的内容</source>
        <translation>Changed to something else</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>正在送出</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>已存为 PDF</source>
        <translation>Kept as PDF</translation>
    </message>
    <message>
        <source>已交打印机</source>
        <translation>Handed to the printer</translation>
    </message>
    <message>
        <source>没有打出</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>正在取消</source>
        <translation>being cancelled</translation>
    </message>
    <message>
        <source>送出时程序中断了</source>
        <translation>the program stopped while sending</translation>
    </message>
    <message>
        <source>打印服务里已经没有它</source>
        <translation>the print service no longer has it</translation>
    </message>
    <message>
        <source>在打印服务里被取消</source>
        <translation>cancelled at the print service</translation>
    </message>
    <message>
        <source>打印服务放弃了它</source>
        <translation>the print service gave it up</translation>
    </message>
    <message>
        <source>在打印服务里被扣住</source>
        <translation>held at the print service</translation>
    </message>
    <message>
        <source>在打印服务里停住了</source>
        <translation>stopped at the print service</translation>
    </message>
    <message>
        <source>送出后没有回应</source>
        <translation>no answer after sending</translation>
    </message>
    <message>
        <source>工单已不在本席</source>
        <translation>the order is no longer at this seat</translation>
    </message>
    <message>
        <source>磁盘满了</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>文件夹不能写</source>
        <translation>the folder cannot be written</translation>
    </message>
    <message>
        <source>字体文件坏了</source>
        <translation>the font file is damaged</translation>
    </message>
    <message>
        <source>就绪</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>打印中</source>
        <translation>printing</translation>
    </message>
    <message>
        <source>不知出纸没有</source>
        <translation>Did it come out?</translation>
    </message>
    <message>
        <source>脱机</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>paper jam</translation>
    </message>
    <message>
        <source>盖子没关</source>
        <translation>cover open</translation>
    </message>
    <message>
        <source>缺墨</source>
        <translation>out of toner</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>不收任务</source>
        <translation>takes no jobs</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>打印服务没有运行</source>
        <translation>print service not running</translation>
    </message>
    <message>
        <source>没有装打印程序</source>
        <translation>print programs not installed</translation>
    </message>
    <message>
        <source>没有回应</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>没有接受</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>已同步</source>
        <translation>Synced</translation>
    </message>
    <message>
        <source>待发送 {n} 条</source>
        <translation>{n} to send</translation>
    </message>
    <message>
        <source>断网，已存本机</source>
        <translation>Offline, saved here</translation>
    </message>
    <message>
        <source>有记录发不出去，已存本机</source>
        <translation>Not getting through, saved here</translation>
    </message>
    <message>
        <source>需要处理 {n} 条</source>
        <translation>{n} to look at</translation>
    </message>
    <message>
        <source>独立席位</source>
        <translation>Stand-alone seat</translation>
    </message>
    <message>
        <source>中心不认本席，已存本机</source>
        <translation>Seat refused, saved here</translation>
    </message>
    <message>
        <source>中心不许写入，已存本机</source>
        <translation>No right to write, saved here</translation>
    </message>
    <message>
        <source>程序要升级，已存本机</source>
        <translation>Update needed, saved here</translation>
    </message>
    <message>
        <source>没有可信的加密线路，没有发送，已存本机</source>
        <translation>No trusted encrypted line, not sent, kept here</translation>
    </message>
    <message>
        <source>中心今天收满了本席的，已存本机</source>
        <translation>Daily limit reached, not sent, kept here</translation>
    </message>
    <message>
        <source>同步出错，已存本机</source>
        <translation>Sync failed, saved here</translation>
    </message>
    <message>
        <source>正在同步…</source>
        <translation>Syncing…</translation>
    </message>
    <message>
        <source>本机的记录都已到中心库。</source>
        <translation>Everything on this seat has reached the central database.</translation>
    </message>
    <message>
        <source>记录已存在本机，正排队发往中心库，不必等。</source>
        <translation>Saved on this seat and queued for the central database. No need to wait.</translation>
    </message>
    <message>
        <source>连不上中心库。受理、派工、打印都照常，记录存在本机；网络恢复后自动发送。</source>
        <translation>Central cannot be reached. Keep working: everything is kept here and sent later.</translation>
    </message>
    <message>
        <source>最近 30 天的记录先到，其余在后台取；可以照常工作。</source>
        <translation>The newest 30 days come first, the rest in the background; you can work as usual.</translation>
    </message>
    <message>
        <source>有记录被中心库退回或与别席冲突。两边的内容都留着，请在“需要处理”里查看。</source>
        <translation>Records were refused or conflict; both versions are kept under Needs attention.</translation>
    </message>
    <message>
        <source>中心库连得上，却一直没有收下最早的一条。记录都在本机，不会丢；请告诉值班长或管理员。</source>
        <translation>Central answers, but does not take the oldest entry. All records are safe here; tell the shift lead or the administrator.</translation>
    </message>
    <message>
        <source>本席单独使用，没有中心库。记录存在这台电脑上，请定期备份。</source>
        <translation>This seat works alone, without a central database. Records are on this computer only; please back them up.</translation>
    </message>
    <message>
        <source>中心库没有接受本席。记录都存在本机，不会丢；请告诉值班长或管理员。</source>
        <translation>The central database refused this seat. Everything is saved here and nothing is lost; please tell the shift lead or the administrator.</translation>
    </message>
    <message>
        <source>正在与中心库交换记录，可以继续工作。</source>
        <translation>Exchanging records with the central database; you can go on working.</translation>
    </message>
    <message>
        <source>连不上中心库，这一步没有做成，什么也没有变。网络恢复后再试。</source>
        <translation>The centre is out of reach: this was not done, nothing changed. Try again once the network is back.</translation>
    </message>
    <message>
        <source>这次申请已经答复过，或已撤回，没有再改。列表马上更新。</source>
        <translation>This request is answered or withdrawn already; nothing was changed. The list is renewed in a moment.</translation>
    </message>
    <message>
        <source>没有收下：申请由别人答复，撤回由本人；离线登录要先确认。什么也没有变。</source>
        <translation>Not taken: others answer your request, you alone withdraw it, an offline sign-in is confirmed first. Nothing changed.</translation>
    </message>
    <message>
        <source>这条受理记录上您自己也有没存的内容，没有接手。两边都在；请先保存或丢弃您的，再接手。</source>
        <translation>You have unsaved words on this call yourself, so nothing was taken over. Both are kept; save or discard yours first.</translation>
    </message>
    <message>
        <source>坐席工作台没有开着，或是另一个用户开的。这次来电没有记下，请由电话系统另行登记。</source>
        <translation>Zuoxi is not running, or another user runs it. The call was not kept; let the phone system register it elsewhere.</translation>
    </message>
    <message>
        <source>坐席工作台没有回应，不知道记下没有。请带着同一个 --id 再告知一次，不会重复。</source>
        <translation>Zuoxi did not answer; it may have kept the call or not. Tell it again with the same --id: nothing is doubled.</translation>
    </message>
    <message>
        <source>坐席工作台开着，启动后还没有人登录过，数据是锁着的。这次来电没有记下，请由电话系统另行登记。</source>
        <translation>Zuoxi runs, but nobody has signed in since it started and its data is locked. The call was not kept; let the phone system register it elsewhere.</translation>
    </message>
    <message>
        <source>这次来电没有存成（代码 disk），之前的都还在。请检查磁盘，再带着同一个 --id 告知一次。</source>
        <translation>The call could not be stored (code disk); everything before is safe. Check the disk and tell it again with the same --id.</translation>
    </message>
    <message>
        <source>--from 不是电话号码，没有记下。请写全号码，例如 13800001234 或 0571-88886666。</source>
        <translation>--from is no telephone number; nothing was kept. Write it in full, such as 13800001234 or 0571-88886666.</translation>
    </message>
    <message>
        <source>--to 最长 32 个字，不能有控制字符。没有记下。</source>
        <translation>--to has at most 32 signs and no control characters. Nothing was kept.</translation>
    </message>
    <message>
        <source>--id 最长 128 个字，不能有控制字符。没有记下。</source>
        <translation>--id has at most 128 signs and no control characters. Nothing was kept.</translation>
    </message>
    <message>
        <source>--event 只能是 ring、answer、end、missed 或 message。没有记下。</source>
        <translation>--event is one of ring, answer, end, missed, message. Nothing was kept.</translation>
    </message>
    <message>
        <source>--at 不是 31 天以内的时间，没有记下。请照 2026-11-21T09:31:05+08:00 这样写。</source>
        <translation>--at is no time within the last 31 days; nothing was kept. Write it as 2026-11-21T09:31:05+08:00.</translation>
    </message>
    <message>
        <source>本席没有这次来电，没有记下。请先告知 ring，或核对 --id 和 --from。</source>
        <translation>This seat knows no such call; nothing was kept. Tell ring first, or check --id and --from.</translation>
    </message>
    <message>
        <source>与这次来电已经告知的时间或结果相反，没有记下；先告知的不变。请核对 --event 和 --at。</source>
        <translation>This contradicts what was told of the call before; it was not kept, and what was told stays. Check --event and --at.</translation>
    </message>
    <message>
        <source>打印机 {printer} 没有回应，派工单 {number} 没有送出。{safe}</source>
        <translation>Printer {printer} does not answer; slip {number} was not sent. {safe}</translation>
    </message>
    <message>
        <source>“{name}”打不开，没有添加。请确认它是一个文件，并且没有被别的程序占用。</source>
        <translation>&quot;{name}&quot; cannot be opened and was not attached. Make sure it is a file no other program holds.</translation>
    </message>
    <message>
        <source>“{name}”是空文件，没有添加。</source>
        <translation>&quot;{name}&quot; is empty and was not attached.</translation>
    </message>
    <message>
        <source>“{name}”超过 {most}，没有添加。请先压缩，或截取一部分再添加。</source>
        <translation>&quot;{name}&quot; is larger than {most} and was not attached. Make it smaller, or attach a part.</translation>
    </message>
    <message>
        <source>“{name}”不是照片也不是录音，没有添加。照片要 JPEG 或 PNG，录音要 WAV、MP3、M4A、AMR、OGG 或 FLAC。</source>
        <translation>&quot;{name}&quot; is neither a photo nor a sound and was not attached. Photos are JPEG or PNG; sounds WAV, MP3, M4A, AMR, OGG or FLAC.</translation>
    </message>
    <message>
        <source>“{name}”是损坏的图片，没有添加。请换一张，或重新截图。</source>
        <translation>&quot;{name}&quot; is a broken picture and was not attached. Try another one.</translation>
    </message>
    <message>
        <source>本中心不收录音，“{name}”没有添加。</source>
        <translation>No sounds are kept here: &quot;{name}&quot; was not attached.</translation>
    </message>
    <message>
        <source>“{name}”已经在附件里了，没有再添加一份。</source>
        <translation>&quot;{name}&quot; is attached already; it was not attached twice.</translation>
    </message>
    <message>
        <source>工号或密码不对。请核对后再输一次；本席的数据没有变。</source>
        <translation>Agent no. or password is wrong. Please check and try again; nothing on this seat has changed.</translation>
    </message>
    <message>
        <source>工号或密码不对。现在连不上中心，请用上次在本席登录时的密码；本席的数据没有变。</source>
        <translation>Agent no. or password is wrong. The centre cannot be reached: use the password you last signed in with here. Nothing has changed.</translation>
    </message>
    <message>
        <source>您的密码是管理员设的，要先换一个。请按“换人登录”，用它登录一次；数据都在。</source>
        <translation>An administrator set your password: it has to be changed. Press Switch agent and sign in with it; all data are here.</translation>
    </message>
    <message>
        <source>新密码和现在的一样，没有换。请换一个。</source>
        <translation>The new password is the present one; nothing was changed. Please choose another.</translation>
    </message>
    <message>
        <source>连不上中心，密码没有换，原来的照用。请在网络恢复后再换。</source>
        <translation>The centre cannot be reached: the password was not changed. Please try again once the network is back.</translation>
    </message>
    <message>
        <source>中心没有回答，不知道密码换了没有。数据没有变；请先用原来的登录，不对再用新的。</source>
        <translation>No answer came: the password may or may not be changed. Try the old one first, then the new one; all data are here.</translation>
    </message>
    <message>
        <source>您的工号正在别的席位使用，没有在这里登录。数据没有变；请先在那边退出登录，再试一次。</source>
        <translation>Your agent number is in use at another seat, so you were not signed in. Nothing was changed; sign out there first, then try again.</translation>
    </message>
    <message>
        <source>工号或密码输错多次：{left} 后可以再输。本席的数据没有变。</source>
        <translation>Agent no. or password was wrong several times: try again in {left}. Nothing on this seat has changed.</translation>
    </message>
    <message>
        <source>密码太短：至少 12 个字符，或 4 个词。其他内容都还在，请换一个密码。</source>
        <translation>Password too short: at least 12 characters or 4 words. The rest is kept; please choose another.</translation>
    </message>
    <message>
        <source>本席还没有加入中心，也没有单独建立。请先完成首次启动。</source>
        <translation>This seat has neither joined a centre nor been set up alone. Please finish the first start.</translation>
    </message>
    <message>
        <source>您的工号还不能打开本席。请让已在本席登录过的同事或值班长先登录一次，之后您就可以登录。</source>
        <translation>You cannot open this seat yet. Ask a colleague who has used it, or the shift lead, to sign in here first.</translation>
    </message>
    <message>
        <source>入网文件打不开，或内容不完整。本席没有任何改变；请核对路径，或向管理员再要一份。</source>
        <translation>The enrolment file cannot be read. Nothing has changed; check the path, or ask the administrator for another.</translation>
    </message>
    <message>
        <source>连不上中心。第一次加入必须连网；本席没有任何改变，请检查网络后再试。</source>
        <translation>The centre is out of reach, and joining needs the network. Nothing has changed; check the network and try again.</translation>
    </message>
    <message>
        <source>系统密钥库里没有本席的密钥，本席打不开。数据没有变；请告诉管理员，不要重装程序。</source>
        <translation>The system keychain lacks this seat&apos;s key. The data is unchanged; do not reinstall, and tell the administrator.</translation>
    </message>
    <message>
        <source>您的密钥与本席登记的不符，打不开。数据没有变；请连上中心后再登录，或告诉管理员。</source>
        <translation>Your key is not the one this seat knows. The data is unchanged; sign in while online, or tell the administrator.</translation>
    </message>
    <message>
        <source>中心没有给您在这里工作的权限。本席的数据没有变；请告诉值班长或管理员。</source>
        <translation>The centre has not given you the right to work here. The data is unchanged; tell the shift lead or the administrator.</translation>
    </message>
    <message>
        <source>程序与中心的版本不合，登录不了。本席的数据没有变；请升级程序，或告诉管理员。</source>
        <translation>The program does not match the centre&apos;s version. The data is unchanged; update the program or tell the administrator.</translation>
    </message>
    <message>
        <source>本席今天送到中心库的太多，中心库明天再收。数据都在本席；请告诉管理员。</source>
        <translation>This seat has sent too much today; central takes more tomorrow. All data is kept here; please tell the administrator.</translation>
    </message>
    <message>
        <source>离线太久，本席要先连上中心才能登录。已存的数据都在；请检查网络，或请值班长协助。</source>
        <translation>Offline for too long: connect to the centre to sign in. All data is kept; check the network or ask the shift lead.</translation>
    </message>
    <message>
        <source>这把恢复密钥打不开本席：它是别的中心的，或者本席还没有听说过它。本席的数据没有变。</source>
        <translation>This recovery key does not open this seat: it is another centre&apos;s, or not known here yet. Nothing has changed.</translation>
    </message>
    <message>
        <source>这个文件不是恢复密钥，或者读不出来。本席的数据没有变。</source>
        <translation>This file is no recovery key, or cannot be read. Nothing on this seat has changed.</translation>
    </message>
    <message>
        <source>本席没有这个工号，或者已经停用。数据没有变；请核对工号，或换一个在职的人。</source>
        <translation>No active agent here has this number. Nothing has changed; check it, or name somebody else.</translation>
    </message>
    <message>
        <source>系统密钥库没有回应，可能正在另一个窗口里等人解锁。数据没有变；请先解锁它，再登录。</source>
        <translation>The system keychain does not answer; it may be waiting in a window of its own. Unlock it, then sign in. Nothing has changed.</translation>
    </message>
    <message>
        <source>系统密钥库出错，本席打不开。数据没有变；请注销系统后再登录，仍不行请告诉管理员。</source>
        <translation>The system keychain failed. Nothing has changed; log out of the system and in again, or tell an administrator.</translation>
    </message>
    <message>
        <source>密码不对，还没有提交。您选的都还在，请再输一次密码。</source>
        <translation>Wrong password; nothing was sent. Your answers are still here: type the password again.</translation>
    </message>
    <message>
        <source>连不上中心库，还没有提交。您选的都还在，什么也没有丢；网络恢复后再提交一次。</source>
        <translation>Central is out of reach; nothing was sent. Your answers are still here and nothing is lost: send again once the network is back.</translation>
    </message>
    <message>
        <source>这台电脑没有可用的系统密钥库，本席打不开。数据没有变；请管理员启用系统密钥库。</source>
        <translation>This computer has no usable system keychain. The data is unchanged; ask the administrator to enable one.</translation>
    </message>
    <message>
        <source>系统密钥库锁着，本席打不开。数据没有变；请先解锁系统密钥库，再登录。</source>
        <translation>The system keychain is locked. The data is unchanged; unlock it, then sign in.</translation>
    </message>
    <message>
        <source>系统密钥库不安全（明文保存），本席不使用它。数据没有变；请管理员更换密钥库。</source>
        <translation>The system keychain is not safe (it stores plain text). The data is unchanged; ask the administrator to replace it.</translation>
    </message>
    <message>
        <source>本席的说明文件（seat.json）读不出来，不知道这是哪个席位。数据没有变；请告诉管理员。</source>
        <translation>This seat&apos;s description (seat.json) cannot be read, so it is unclear which seat this is. The data is unchanged; tell the administrator.</translation>
    </message>
    <message>
        <source>本席的数据文件损坏，打不开。文件没有被改动；请不要删除它，并立即告诉管理员。</source>
        <translation>This seat&apos;s data file is damaged and cannot be opened. It was not touched; do not delete it, and tell the administrator at once.</translation>
    </message>
    <message>
        <source>本席的密钥与数据文件不符。文件没有被改动；请告诉管理员，用备份或恢复密钥打开。</source>
        <translation>This seat&apos;s key does not fit its data file. The file was not touched; ask the administrator to open it with a backup or the recovery key.</translation>
    </message>
    <message>
        <source>本席的数据文件没有加密，程序拒绝打开它。文件没有被改动；请告诉管理员。</source>
        <translation>This seat&apos;s data file is not encrypted, so the program will not open it. The file was not touched; tell the administrator.</translation>
    </message>
    <message>
        <source>找不到本席的数据文件。没有新建文件；请告诉管理员，用备份恢复。</source>
        <translation>This seat&apos;s data file is missing. No new one was made; ask the administrator to restore a backup.</translation>
    </message>
    <message>
        <source>这里已经有本席的数据文件，没有覆盖它。请直接登录，或告诉管理员。</source>
        <translation>This seat&apos;s data file is already here and was not overwritten. Please sign in, or tell the administrator.</translation>
    </message>
    <message>
        <source>本席的数据文件版本太旧，没有打开。文件没有被改动；请重新启动程序完成升级。</source>
        <translation>This seat&apos;s data file is of an older version and was not opened or touched. Restart the program to upgrade it.</translation>
    </message>
    <message>
        <source>本席的数据正被另一个程序占用。已存的数据没有变；请关掉另一个窗口，再试一次。</source>
        <translation>Another program is using this seat&apos;s data. Saved data is unchanged; close the other window and try again.</translation>
    </message>
    <message>
        <source>核对密码的时候本席又锁定了，没有打开。什么也没有丢；请再输一次密码。</source>
        <translation>The seat was locked again while the password was checked. Nothing is lost; enter it once more.</translation>
    </message>
    <message>
        <source>本席已退出登录。已存的数据都在；请重新登录。</source>
        <translation>This seat is signed out. All saved data is kept; please sign in again.</translation>
    </message>
    <message>
        <source>本席的数据由更新的程序写成，这个版本不能打开。数据没有变；请升级程序。</source>
        <translation>This seat&apos;s data was written by a newer version of the program. The data is unchanged; please update.</translation>
    </message>
    <message>
        <source>本席的数据文件夹写不进去。已存的数据没有变；请检查文件夹权限或磁盘，再试一次。</source>
        <translation>This seat&apos;s folder cannot be written to. Saved data is unchanged; check the folder&apos;s permissions or the disk and try again.</translation>
    </message>
    <message>
        <source>磁盘满了，新内容存不进去。已存的数据都在；请先腾出空间，再试一次。</source>
        <translation>The disk is full, so nothing new can be saved. All saved data is kept; free some space and try again.</translation>
    </message>
    <message>
        <source>磁盘存不进去，刚输入的还没有保存，所以没有退出。请先腾出空间；再退出一次，将丢弃没存进去的部分。</source>
        <translation>The disk takes nothing more; what you just typed is not saved, so you are still signed in. Free some space; leaving again discards it.</translation>
    </message>
    <message>
        <source>{n} 份草稿还没写到磁盘：磁盘满了，所以没有关闭。请先腾出空间；再关一次，这些草稿就没有了。</source>
        <translation>Drafts not on disk yet: {n}. The disk is full, so nothing was closed. Please make room; closed once more, these drafts are gone.</translation>
    </message>
    <message>
        <source>连不上中心。您还没有在本席登录过，第一次要连网；请检查网络，或请登录过的同事先登录。</source>
        <translation>The centre is out of reach, and your first sign-in here needs it. Check the network, or ask a colleague who has used this seat.</translation>
    </message>
    <message>
        <source>本席已经建立过了。数据都在；请关闭程序再打开，用工号登录。</source>
        <translation>This seat is already set up. All data is kept; close the program, open it again and sign in.</translation>
    </message>
    <message>
        <source>工作台打不开（已记入日志）。数据都在，没有变；请再登录一次，仍不行请告诉管理员。</source>
        <translation>The workplace did not open (see the log). The data is unchanged; sign in again, or tell the administrator.</translation>
    </message>
    <message>
        <source>派工单 {number} 没有存成 PDF。工单已保存，这次不计入打印次数；请检查磁盘后再按 F8。</source>
        <translation>Slip {number} could not be written as PDF. The order is saved and this printing is not counted; check the disk and press F8 again.</translation>
    </message>
    <message>
        <source>内容太长，中心库收不下。请把长的几项删短，再发一次。</source>
        <translation>Too long for central. Shorten the long fields and send it again.</translation>
    </message>
    <message>
        <source>中心库没有这条记录的开头，所以接不上后面的改动。请先处理同一条记录更早的退回，再发一次。</source>
        <translation>Central never had the beginning of this record. See to the earlier refusal of the same record first, then send this again.</translation>
    </message>
    <message>
        <source>中心库不认写下它的那次登录。内容没有问题的话，直接再发一次，就以您现在的登录发出。</source>
        <translation>Central does not know the sign-in it was written under. If the entry is right, send it again as it is: it goes under your own sign-in.</translation>
    </message>
    <message>
        <source>中心库还不认识这一类记录。请告诉管理员升级中心库，之后再发一次。</source>
        <translation>Central does not know this kind of record yet. Ask the administrator to upgrade central, then send it again.</translation>
    </message>
    <message>
        <source>别席先改了同一项，这里写的没有被采用。两边的内容都留着；您可以改好再发一次。</source>
        <translation>Another seat changed the same field first, so this was not used. Both versions are kept; you may correct this and send it again.</translation>
    </message>
    <message>
        <source>它的编号是别席的，中心库没有收。请告诉管理员，并照着这里的内容重新受理一次。</source>
        <translation>Its number is another seat&apos;s, so the central database did not take it. Please tell the administrator, and log it again from what stands here.</translation>
    </message>
    <message>
        <source>被投诉人不能处理这件投诉，中心库没有收。请由主管重新交办给别人；写下的内容都在本席。</source>
        <translation>Nobody handles a complaint about themselves: central did not take it. A supervisor should assign it again; what was written is kept here.</translation>
    </message>
    <message>
        <source>这一步不是写下它的人可以做的，中心库没有收。请由该做的人重新做一次；写下的内容都在本席。</source>
        <translation>Central did not take it: this step is not theirs who took it. Whose it is should take it again; what was written is kept here.</translation>
    </message>
    <message>
        <source>记事和附件写下后不能改，中心库没有收。要改请另记一笔“更正”。</source>
        <translation>Notes and attachments are never changed: central did not take it. Write another note to correct one.</translation>
    </message>
    <message>
        <source>附件超过中心库的上限，没有收。请压缩后重新添加。</source>
        <translation>The attachment is larger than central takes. Make it smaller and attach it again.</translation>
    </message>
    <message>
        <source>这一步要由值班长（或更高一级）来做，中心库没有收，案件没有变。请告诉值班长；不再需要就请值班长搁置。</source>
        <translation>This is for a shift lead, or somebody above, to do; central did not take it and the case is unchanged. Tell the lead, or have them set it aside.</translation>
    </message>
    <message>
        <source>案件已经不在能走这一步的状态，中心库没有收，案件没有变。请打开案件看“经过”，再决定怎么办。</source>
        <translation>The case stands where this step does not begin; central did not take it and the case is unchanged. Open it, see its history, then decide.</translation>
    </message>
    <message>
        <source>写下它的登录与上面的人对不上，中心库没有收。请由本人登录后再做一次。</source>
        <translation>The sign-in it was written under is not whose name stands in it; central did not take it. They should sign in and do it again.</translation>
    </message>
    <message>
        <source>中心库读不懂它的内容。请核对下面各项，再发一次。</source>
        <translation>Central cannot read it. Check the fields below and send it again.</translation>
    </message>
    <message>
        <source>中心库没有接受这一条（{reason}）。内容都在本席，不会丢；请核对后再发一次，仍不行请告诉管理员。</source>
        <translation>Central refused this entry ({reason}). It is safe on this seat; check it and send it again, and if that fails tell the administrator.</translation>
    </message>
    <message>
        <source>派工单 {number} 没有排出来：程序的字体坏了。工单已保存，这次不计入打印次数；请告诉管理员。</source>
        <translation>Slip {number} could not be set: the font of the program is damaged. The order is kept and nothing was counted; tell the administrator.</translation>
    </message>
    <message>
        <source>预览排不出来（代码 {reason}）。工单没有变；请再试一次，仍不行请把代码告诉管理员。</source>
        <translation>The preview failed (code {reason}). The order is unchanged; try again, and if it fails again tell the administrator the code.</translation>
    </message>
    <message>
        <source>打印机 {printer} 已暂停，派工单 {number} 没有送出。{safe}</source>
        <translation>Printer {printer} is paused, slip {number} was not sent. {safe}</translation>
    </message>
    <message>
        <source>打印机 {printer} 不收任务，派工单 {number} 没有送出。{safe}</source>
        <translation>Printer {printer} takes no jobs, slip {number} was not sent. {safe}</translation>
    </message>
    <message>
        <source>找不到打印机 {printer}，派工单 {number} 没有送出。{safe}</source>
        <translation>Printer {printer} is not there, slip {number} was not sent. {safe}</translation>
    </message>
    <message>
        <source>打印服务没有运行，派工单 {number} 没有送出。{safe}</source>
        <translation>The print service is not running, slip {number} was not sent. {safe}</translation>
    </message>
    <message>
        <source>这台电脑没有装打印程序，派工单 {number} 没有送出。{safe}</source>
        <translation>No print programs on this computer, slip {number} was not sent. {safe}</translation>
    </message>
    <message>
        <source>打印机 {printer} 没有接受，派工单 {number} 没有送出。{safe}</source>
        <translation>Printer {printer} refused slip {number}; it was not sent. {safe}</translation>
    </message>
    <message>
        <source>请先输入工号。</source>
        <translation>Please enter your agent no. first.</translation>
    </message>
    <message>
        <source>中心的记录对不上，没有发送，已存本机</source>
        <translation>Central&apos;s records differ, not sent, kept here</translation>
    </message>
    <message>
        <source>首次同步，已取 {n} 条</source>
        <translation>First sync, {n} records here</translation>
    </message>
    <message>
        <source>与中心之间没有验证过的加密线路，密码和记录都没有发送。数据没有变；请向管理员要一份新的入网文件。</source>
        <translation>The line to central is not verified and encrypted, so nothing was sent. Please ask the administrator for a new enrolment file.</translation>
    </message>
    <message>
        <source>中心库里本席的记录与本席发过的对不上，没有再发送。数据没有变；请马上告诉管理员。</source>
        <translation>Central&apos;s records of this seat are not what the seat sent; sending has stopped. Please tell the administrator at once.</translation>
    </message>
    <message>
        <source>请输入密码。</source>
        <translation>Please enter your password.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。其他内容都还在，请把密码再输两次。</source>
        <translation>The two passwords differ. The rest is kept; please enter the password twice again.</translation>
    </message>
    <message>
        <source>这一类内容只能由中心库改，席位改不了。请告诉值班长搁置，或在中心改。</source>
        <translation>Only central may change this. Ask the shift lead to set it aside, or to have it changed at the centre.</translation>
    </message>
    <message>
        <source>没有成功（代码 {code}）。已存的数据没有变；请再试一次，仍不行请把代码告诉管理员。</source>
        <translation>That did not work (code {code}). Saved data is unchanged; try again, and if it fails once more, tell the administrator the code.</translation>
    </message>
    <message>
        <source>“{field}”填得不对（代码 {code}），内容都还在，请改后再试。</source>
        <translation>&quot;{field}&quot; is not right (code {code}). Nothing is lost; please correct it and try again.</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>PDF 已存好，没有计入打印次数。</source>
        <translation>The PDF is kept; not counted as printed.</translation>
    </message>
    <message>
        <source>{printer}，纸盘 {tray}</source>
        <translation>{printer}, tray {tray}</translation>
    </message>
    <message>
        <source>{name}（{state}）</source>
        <translation>{name} ({state})</translation>
    </message>
    <message>
        <source>上次登录以来，本席有 {n} 次密码不对。不是您输的，请告诉值班长。</source>
        <translation>Since the last sign-in {n} passwords were wrong on this seat. If that was not you, tell the shift lead.</translation>
    </message>
    <message>
        <source>有新来电。登录后可以看到，没有接到的会记为欠回电。</source>
        <translation>Somebody has called. Sign in to see who; whoever was missed is owed a callback.</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>已超 {span}</source>
        <translation>late by {span}</translation>
    </message>
    <message>
        <source>还有 {span}</source>
        <translation>{span} left</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>这一条不在本席，可能还没有同步过来。</source>
        <translation>This is not on this seat; it may not have been synced yet.</translation>
    </message>
    <message>
        <source>新建 {}</source>
        <translation>New: {}</translation>
    </message>
    <message>
        <source>草稿留在“待办”里。</source>
        <translation>The draft stays in the work list.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已关闭“{}”。</source>
        <translation>Closed &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>表单有了新版本：{}。新受理用它，已经打开的照原来的填完。</source>
        <translation>Forms have a new version: {}. New calls use it; open ones go on as they were.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>草稿已丢弃，一天之内可以在“待办”里找回。</source>
        <translation>Draft discarded. For a day the work list brings it back.</translation>
    </message>
    <message>
        <source>草稿已退还 {}，您改的已丢弃。</source>
        <translation>The draft is back with {}; your changes were discarded.</translation>
    </message>
    <message>
        <source>这份草稿已经不在了。</source>
        <translation>This draft is gone.</translation>
    </message>
    <message>
        <source>已接手 {} 的草稿，由您办完。</source>
        <translation>You took over the draft of {}; it is yours to finish.</translation>
    </message>
    <message>
        <source>已经改过，没有退还。要退还，请先丢弃您改的（Ctrl+Shift+D）。</source>
        <translation>You have changed it, so it was not given back. To give it back, discard your changes (Ctrl+Shift+D).</translation>
    </message>
    <message>
        <source>已退还 {}。</source>
        <translation>Given back to {}.</translation>
    </message>
    <message>
        <source>已保存 {}。</source>
        <translation>Saved {}.</translation>
    </message>
</context>
<context>
    <name>WorklistPane</name>
    <message>
        <source>待办</source>
        <translation>Work list</translation>
    </message>
    <message>
        <source>没有待办。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>超 {}</source>
        <translation>{} late</translation>
    </message>
    <message>
        <source>留 {}</source>
        <translation>kept {}</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>在线等</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>{} 内</source>
        <translation>in {}</translation>
    </message>
    <message>
        <source>退回的{}</source>
        <translation>Refused: {}</translation>
    </message>
    <message>
        <source>冲突：{}</source>
        <translation>Conflict: {}</translation>
    </message>
    <message>
        <source>{}（已被接手）</source>
        <translation>{} (taken over)</translation>
    </message>
    <message>
        <source>{}：{} 户</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>按键与帮助</source>
        <translation>Keys and help</translation>
    </message>
    <message>
        <source>打开帮助</source>
        <translation>Open help</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>查找来电人</source>
        <translation>Find caller</translation>
    </message>
    <message>
        <source>回电：欠着的</source>
        <translation>Callbacks that are owed</translation>
    </message>
    <message>
        <source>插入常用语</source>
        <translation>Insert a phrase</translation>
    </message>
    <message>
        <source>受理渠道：电话、来访、来信…</source>
        <translation>Channel: phone, visit, letter…</translation>
    </message>
    <message>
        <source>列表：受理、案件、工单、客户</source>
        <translation>Lists: calls, cases, orders, customers</translation>
    </message>
    <message>
        <source>导入旧记录</source>
        <translation>Import old records</translation>
    </message>
    <message>
        <source>命令：任何动作或记录</source>
        <translation>Commands: any action or record</translation>
    </message>
    <message>
        <source>下一个窗格</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>上一个窗格</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>下一张表单</source>
        <translation>Next form</translation>
    </message>
    <message>
        <source>上一张表单</source>
        <translation>Previous form</translation>
    </message>
    <message>
        <source>关闭这张表单（草稿留着）</source>
        <translation>Close this form (the draft stays)</translation>
    </message>
    <message>
        <source>丢弃草稿（可撤销）</source>
        <translation>Discard the draft (can be undone)</translation>
    </message>
    <message>
        <source>时限：快到的和超时的</source>
        <translation>Deadlines: near and overdue</translation>
    </message>
    <message>
        <source>漏登、错登登记</source>
        <translation>Register of missed and wrong entries</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>离席，锁定本席</source>
        <translation>Leave: lock this seat</translation>
    </message>
    <message>
        <source>申请离席</source>
        <translation>Ask for leave</translation>
    </message>
    <message>
        <source>请示上级</source>
        <translation>Escalate</translation>
    </message>
    <message>
        <source>整体派工</source>
        <translation>The round of orders</translation>
    </message>
    <message>
        <source>置换通气结单</source>
        <translation>Gas-on orders to close</translation>
    </message>
    <message>
        <source>在席一览</source>
        <translation>Who is where</translation>
    </message>
    <message>
        <source>遗留草稿</source>
        <translation>Drafts left here</translation>
    </message>
    <message>
        <source>通知线路的密码</source>
        <translation>Passwords of message ways</translation>
    </message>
    <message>
        <source>离线登录：是不是我</source>
        <translation>Offline sign-ins: was it me</translation>
    </message>
    <message>
        <source>帮助：{}</source>
        <translation>Help: {}</translation>
    </message>
    <message>
        <source>请先打开要请示的受理或案件。</source>
        <translation>Open the call or case you want to ask about first.</translation>
    </message>
    <message>
        <source>上面没有可以请示的人。</source>
        <translation>There is nobody above you to ask.</translation>
    </message>
    <message>
        <source>本席单独使用，没有人答复离席申请。</source>
        <translation>This seat stands alone: there is nobody to answer a request.</translation>
    </message>
    <message>
        <source>锁定时磁盘没有收下的 {} 份草稿找回来了，请看一遍。</source>
        <translation>{} draft(s) the disk did not take when the seat was locked are back; please look through them.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>上一页  PgUp</source>
        <translation>Page back  PgUp</translation>
    </message>
    <message>
        <source>下一页  PgDn</source>
        <translation>Next page  PgDn</translation>
    </message>
    <message>
        <source>缩小  Ctrl+-</source>
        <translation>Smaller  Ctrl+-</translation>
    </message>
    <message>
        <source>放大  Ctrl+=</source>
        <translation>Larger  Ctrl+=</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>整页  Ctrl+0</source>
        <translation>Whole page  Ctrl+0</translation>
    </message>
    <message>
        <source>第 {}/{} 页</source>
        <translation>Page {}/{}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>_Page</name>
    <message>
        <source>打开记录</source>
        <translation>Open record</translation>
    </message>
    <message>
        <source>不在本席</source>
        <translation>Not at this seat</translation>
    </message>
    <message>
        <source>还有 {} 条记录没有列出</source>
        <translation>{} more records not listed</translation>
    </message>
    <message>
        <source>用方向键选一条记录，再按 Enter 打开。</source>
        <translation>Choose a record with the arrow keys, then press Enter.</translation>
    </message>
</context>
</TS>
