<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>BottomLine</name>
    <message>
        <source>派工单存为 PDF</source>
        <translation>派工單存為 PDF</translation>
    </message>
    <message>
        <source>打开存放派工单的文件夹：{}</source>
        <translation>開啟存放派工單的資料夾：{}</translation>
    </message>
    <message>
        <source>F1 按键</source>
        <translation>F1 按鍵</translation>
    </message>
    <message>
        <source>待发送 {}</source>
        <translation>待傳送 {}</translation>
    </message>
    <message>
        <source>需要处理 {}</source>
        <translation>需要處理 {}</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>最后同步 {}</source>
        <translation>最後同步 {}</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>草稿</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>打印派工单</source>
        <translation>列印派工單</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>草稿已存在本机，随时可以接着填。</source>
        <translation>草稿已存在本機，隨時可以接著填。</translation>
    </message>
    <message>
        <source>没有新填的内容，记录没有变。</source>
        <translation>沒有新填的內容，紀錄沒有變。</translation>
    </message>
    <message>
        <source>已补存。</source>
        <translation>已補存。</translation>
    </message>
    <message>
        <source>工单 {} 已派出。</source>
        <translation>工單 {} 已派出。</translation>
    </message>
    <message>
        <source>首问 {}</source>
        <translation>首位受理 {}</translation>
    </message>
    <message>
        <source>案件 {}</source>
        <translation>案件 {}</translation>
    </message>
    <message>
        <source>有欠项</source>
        <translation>有待補項目</translation>
    </message>
</context>
<context>
    <name>CallerPane</name>
    <message>
        <source>填入表单</source>
        <translation>填入表單</translation>
    </message>
    <message>
        <source>查找来电人  F4</source>
        <translation>尋找來電者  F4</translation>
    </message>
    <message>
        <source>号码中任意 4 位、姓名或拼音首字母</source>
        <translation>號碼中任 4 碼、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>查找来电人</source>
        <translation>尋找來電者</translation>
    </message>
    <message>
        <source>找到的来电人</source>
        <translation>找到的來電者</translation>
    </message>
    <message>
        <source>来电人的事项</source>
        <translation>來電者的事項</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>未结 {}</source>
        <translation>未結 {}</translation>
    </message>
    <message>
        <source>{} · 滞留 {}</source>
        <translation>{} · 滯留 {}</translation>
    </message>
    <message>
        <source>最近 {}</source>
        <translation>最近 {}</translation>
    </message>
    <message>
        <source>没有找到。换号码中的 4 位、姓名或拼音首字母再试。</source>
        <translation>沒有找到。請改用號碼中的 4 碼、姓名或拼音首字母再試。</translation>
    </message>
    <message>
        <source>第一次来电，没有记录。保存后就会记住。</source>
        <translation>第一次來電，沒有紀錄。儲存後就會記住。</translation>
    </message>
    <message>
        <source>输入来电号码或姓名，这里会显示来电人：先是未结的事项，再是最近五次。</source>
        <translation>輸入來電號碼或姓名，這裡會顯示來電者：先列未結事項，再列最近五次。</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>打印派工单</source>
        <translation>列印派工單</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>这个案件还没有传到本席，同步后再打开。</source>
        <translation>這個案件尚未傳到本席，請同步後再開啟。</translation>
    </message>
    <message>
        <source>案件 {}</source>
        <translation>案件 {}</translation>
    </message>
    <message>
        <source>受理内容</source>
        <translation>受理內容</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>受理時間</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>首位受理人</translation>
    </message>
    <message>
        <source>当前经办人</source>
        <translation>目前承辦人</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>受理編號</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>受理管道</translation>
    </message>
    <message>
        <source>时限 {}</source>
        <translation>期限 {}</translation>
    </message>
    <message>
        <source>派工还差几项，请在受理记录里补上。</source>
        <translation>派工還缺幾項，請在受理紀錄中補上。</translation>
    </message>
    <message>
        <source>工单 {} 已派出。</source>
        <translation>工單 {} 已派出。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>未提供</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>客户没有提供，选原因  {}</source>
        <translation>客戶沒有提供，選擇原因  {}</translation>
    </message>
    <message>
        <source>{}：客户没有提供</source>
        <translation>{}：客戶沒有提供</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>坐席工作台 · 首次启动</source>
        <translation>坐席工作台 · 首次啟動</translation>
    </message>
    <message>
        <source>加入中心：我有管理员给的入网文件</source>
        <translation>加入中心：我有管理員給的註冊檔</translation>
    </message>
    <message>
        <source>仅此席位：先在这台电脑上单独使用，以后可加入中心</source>
        <translation>僅此席位：先在這台電腦上單獨使用，日後可加入中心</translation>
    </message>
    <message>
        <source>入网文件</source>
        <translation>註冊檔</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>中心名称</source>
        <translation>中心名稱</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>再輸入一次</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已开。</source>
        <translation>大寫鎖定（Caps Lock）已開啟。</translation>
    </message>
    <message>
        <source>加入中心  Enter</source>
        <translation>加入中心  Enter</translation>
    </message>
    <message>
        <source>建立本席  Enter</source>
        <translation>建立本席  Enter</translation>
    </message>
    <message>
        <source>选择入网文件</source>
        <translation>選擇註冊檔</translation>
    </message>
    <message>
        <source>入网文件 (*.json);;所有文件 (*)</source>
        <translation>註冊檔 (*.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>正在建立本席的加密数据…</source>
        <translation>正在建立本席的加密資料…</translation>
    </message>
    <message>
        <source>“{}”还没有填。</source>
        <translation>「{}」尚未填寫。</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>还差 {} 项：</source>
        <translation>還缺 {} 項：</translation>
    </message>
    <message>
        <source>等 {} 项</source>
        <translation>等 {} 項</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>还差：{}</source>
        <translation>還缺：{}</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>是</source>
        <translation>是</translation>
    </message>
    <message>
        <source>否</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FormPicker</name>
    <message>
        <source>表单名、拼音或首字母</source>
        <translation>表單名稱、拼音或首字母</translation>
    </message>
    <message>
        <source>选择表单</source>
        <translation>選擇表單</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 打开 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 開啟 · Esc 返回</translation>
    </message>
    <message>
        <source>{} （紧急）</source>
        <translation>{} （緊急）</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>F2 选“燃气报修”，只用键盘填完，Ctrl+Enter 保存；漏填一项看看</source>
        <translation>F2「瓦斯報修」只用鍵盤填，Ctrl+Enter 儲存</translation>
    </message>
    <message>
        <source>F9 派工，F8 打印派工单（PDF），再按一次 F8 是补打</source>
        <translation>F9 派工，F8 列印派工單，再按 F8 是補印</translation>
    </message>
    <message>
        <source>F2 选“燃气泄漏报警”：有地址和电话就能保存，其余记为欠项</source>
        <translation>F2「瓦斯外洩通報」：有地址和電話就能儲存</translation>
    </message>
    <message>
        <source>填到一半退出登录，再登录回来：草稿和光标都在</source>
        <translation>填到一半登出，再登入回來：草稿和游標都在</translation>
    </message>
    <message>
        <source>勾上“拔掉网线”，照常受理和打印；再接上，看第二席位自己收到</source>
        <translation>拔掉網路線，照常受理；接上後看第二席位收到</translation>
    </message>
    <message>
        <source>右上角可换人登录、换深色外观、换语言</source>
        <translation>右上角可換人登入、換深色外觀、換語言</translation>
    </message>
    <message>
        <source>坐席工作台 · 演示</source>
        <translation>坐席工作台 · 示範</translation>
    </message>
    <message>
        <source>{}（虚构）
工号：{}
密码：{}</source>
        <translation>{}（虛構）
工號：{}
密碼：{}</translation>
    </message>
    <message>
        <source>拔掉网线</source>
        <translation>拔掉網路線</translation>
    </message>
    <message>
        <source>看第二席位 A02</source>
        <translation>看第二席位 A02</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>按键</source>
        <translation>按鍵</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>这张按键表</source>
        <translation>這張按鍵表</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>新增受理</translation>
    </message>
    <message>
        <source>查找来电人</source>
        <translation>尋找來電者</translation>
    </message>
    <message>
        <source>下一个窗格（Shift+F6 上一个）</source>
        <translation>下一個窗格（Shift+F6 上一個）</translation>
    </message>
    <message>
        <source>打印派工单</source>
        <translation>列印派工單</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>保存受理（Enter 从不提交）</source>
        <translation>儲存受理（Enter 不會送出）</translation>
    </message>
    <message>
        <source>客户未提供（选原因）</source>
        <translation>客戶未提供（選原因）</translation>
    </message>
    <message>
        <source>存草稿（平时也自动存）</source>
        <translation>存草稿（平時也會自動儲存）</translation>
    </message>
    <message>
        <source>下一张表单（Ctrl+Shift+Tab 上一张）</source>
        <translation>下一張表單（Ctrl+Shift+Tab 上一張）</translation>
    </message>
    <message>
        <source>第几张表单</source>
        <translation>第幾張表單</translation>
    </message>
    <message>
        <source>关闭这张表单（草稿留着）</source>
        <translation>關閉這張表單（草稿會保留）</translation>
    </message>
    <message>
        <source>丢弃草稿（可撤销）</source>
        <translation>捨棄草稿（可復原）</translation>
    </message>
    <message>
        <source>撤销，或提示里的那一步</source>
        <translation>復原，或提示中的那一步</translation>
    </message>
    <message>
        <source>把来电人填入表单</source>
        <translation>將來電者填入表單</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>打开案件</source>
        <translation>開啟案件</translation>
    </message>
    <message>
        <source>打印派工单</source>
        <translation>列印派工單</translation>
    </message>
    <message>
        <source>这张工单还没有传到本席，同步后再打开。</source>
        <translation>這張工單尚未傳到本席，請同步後再開啟。</translation>
    </message>
    <message>
        <source>工单 {}</source>
        <translation>工單 {}</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>派出时间</source>
        <translation>派出時間</translation>
    </message>
    <message>
        <source>派出人</source>
        <translation>派工人</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>內容</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>其他席位的座席员</source>
        <translation>其他席位的客服人員</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>工号</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>登录  Enter</source>
        <translation>登入  Enter</translation>
    </message>
    <message>
        <source>正在核对密码，打开本席数据…</source>
        <translation>正在核對密碼，開啟本席資料…</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已开。</source>
        <translation>大寫鎖定（Caps Lock）已開啟。</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>新建受理  F2</source>
        <translation>新增受理  F2</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>新增受理</translation>
    </message>
    <message>
        <source>没有打开的受理。电话来了，按 F2 选表单。</source>
        <translation>沒有開啟中的受理。電話來了，按 F2 選表單。</translation>
    </message>
    <message>
        <source>关闭  Ctrl+W</source>
        <translation>關閉  Ctrl+W</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
    <message>
        <source>当前登录：{} {}</source>
        <translation>目前登入：{} {}</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>換人登入</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>下一时限 {}</source>
        <translation>下一期限 {}</translation>
    </message>
    <message>
        <source>没有临近的时限</source>
        <translation>沒有將到的期限</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>坐席工作台</source>
        <translation>坐席工作台</translation>
    </message>
</context>
<context>
    <name>Withheld</name>
    <message>
        <source>改为填写  Backspace</source>
        <translation>改為填寫  Backspace</translation>
    </message>
    <message>
        <source>改为填写</source>
        <translation>改為填寫</translation>
    </message>
    <message>
        <source>未提供：{}</source>
        <translation>未提供：{}</translation>
    </message>
    <message>
        <source>未提供</source>
        <translation>未提供</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>保存前要填</source>
        <translation>儲存前要填</translation>
    </message>
    <message>
        <source>派工前要填</source>
        <translation>派工前要填</translation>
    </message>
    <message>
        <source>结案前要填</source>
        <translation>結案前要填</translation>
    </message>
    <message>
        <source>请填写“{field}”。</source>
        <translation>請填寫「{field}」。</translation>
    </message>
    <message>
        <source>请先向客户复述一遍，再勾选“{field}”。</source>
        <translation>請先向客戶複誦一遍，再勾選「{field}」。</translation>
    </message>
    <message>
        <source>“{field}”不能选“未提供”，请问清后填写。</source>
        <translation>「{field}」不能選「未提供」，請問清楚後填寫。</translation>
    </message>
    <message>
        <source>请选择客户没有提供“{field}”的原因。</source>
        <translation>請選擇客戶沒有提供「{field}」的原因。</translation>
    </message>
    <message>
        <source>“{field}”的内容读不懂，请重填这一项。</source>
        <translation>「{field}」的內容無法辨識，請重填這一項。</translation>
    </message>
    <message>
        <source>“{field}”有 {length} 字，最多 {max} 字。多出的部分还在，请删短。</source>
        <translation>「{field}」有 {length} 字，最多 {max} 字。多出的部分還在，請刪短。</translation>
    </message>
    <message>
        <source>“{field}”不像一个电话号码，请与客户核对位数。</source>
        <translation>「{field}」不像電話號碼，請與客戶核對碼數。</translation>
    </message>
    <message>
        <source>“{field}”要填数字。</source>
        <translation>「{field}」要填數字。</translation>
    </message>
    <message>
        <source>“{field}”要在 {min} 到 {max} 之间，请核对。</source>
        <translation>「{field}」要在 {min} 到 {max} 之間，請核對。</translation>
    </message>
    <message>
        <source>“{field}”至少 {min}，请核对。</source>
        <translation>「{field}」至少 {min}，請核對。</translation>
    </message>
    <message>
        <source>“{field}”至多 {max}，请核对。</source>
        <translation>「{field}」至多 {max}，請核對。</translation>
    </message>
    <message>
        <source>“{field}”要从列表中选一项。</source>
        <translation>「{field}」要從清單中選一項。</translation>
    </message>
    <message>
        <source>“{field}”要填日期和时间，例如 11-21 14:05。</source>
        <translation>「{field}」要填日期和時間，例如 11-21 14:05。</translation>
    </message>
    <message>
        <source>这条受理记录不在本席。已填的内容都在，请等同步之后再存。</source>
        <translation>這筆受理紀錄不在本席。已填的內容都在，請等同步之後再儲存。</translation>
    </message>
    <message>
        <source>“{field}”别席已先存了，以已存的为准；您填的“{typed}”没有存入。</source>
        <translation>「{field}」其他席位已先存了，以已存的為準；您填的「{typed}」沒有存入。</translation>
    </message>
    <message>
        <source>这条受理记录没有案件，不能派工。记录本身已保存。</source>
        <translation>這筆受理紀錄沒有案件，不能派工。紀錄本身已儲存。</translation>
    </message>
    <message>
        <source>这种表单不开工单。已填的内容都在，请按 Ctrl+Enter 保存。</source>
        <translation>這種表單不開工單。已填的內容都在，請按 Ctrl+Enter 儲存。</translation>
    </message>
    <message>
        <source>座席员</source>
        <translation>客服人員</translation>
    </message>
    <message>
        <source>值班长</source>
        <translation>值班長</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>主任</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>质检</source>
        <translation>品管</translation>
    </message>
    <message>
        <source>示闲</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>示忙</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>话后</source>
        <translation>話後處理</translation>
    </message>
    <message>
        <source>离席</source>
        <translation>離席</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>预立案</source>
        <translation>預立案</translation>
    </message>
    <message>
        <source>立案</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>已派工</source>
        <translation>已派工</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>已處置</translation>
    </message>
    <message>
        <source>已核查</source>
        <translation>已查核</translation>
    </message>
    <message>
        <source>已结案</source>
        <translation>已結案</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>併案</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>待派</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>已派</source>
        <translation>已派</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>到場</translation>
    </message>
    <message>
        <source>完工</source>
        <translation>完工</translation>
    </message>
    <message>
        <source>已结单</source>
        <translation>已結單</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>我经办</source>
        <translation>我承辦</translation>
    </message>
    <message>
        <source>欠项</source>
        <translation>待補項目</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>其他人经办</source>
        <translation>他人承辦</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>受理紀錄</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>派工單</translation>
    </message>
    <message>
        <source>客户档案</source>
        <translation>客戶資料</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>已同步</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>待发送 {n} 条</source>
        <translation>待傳送 {n} 筆</translation>
    </message>
    <message>
        <source>断网，已存本机</source>
        <translation>離線，已存本機</translation>
    </message>
    <message>
        <source>需要处理 {n} 条</source>
        <translation>需要處理 {n} 筆</translation>
    </message>
    <message>
        <source>独立席位</source>
        <translation>獨立席位</translation>
    </message>
    <message>
        <source>中心不认本席，已存本机</source>
        <translation>中心不認得本席，已存本機</translation>
    </message>
    <message>
        <source>中心不许写入，已存本机</source>
        <translation>中心不允許寫入，已存本機</translation>
    </message>
    <message>
        <source>程序要升级，已存本机</source>
        <translation>程式需要更新，已存本機</translation>
    </message>
    <message>
        <source>本席数据像是旧副本，已停发</source>
        <translation>本席資料像是舊副本，已停止傳送</translation>
    </message>
    <message>
        <source>同步出错，已存本机</source>
        <translation>同步出錯，已存本機</translation>
    </message>
    <message>
        <source>正在同步…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>本机的记录都已到中心库。</source>
        <translation>本機的紀錄都已到中心資料庫。</translation>
    </message>
    <message>
        <source>记录已存在本机，正排队发往中心库，不必等。</source>
        <translation>紀錄已存在本機，正排隊傳往中心資料庫，不必等待。</translation>
    </message>
    <message>
        <source>连不上中心库。受理、派工、打印都照常，记录存在本机；网络恢复后自动发送。</source>
        <translation>連不上中心資料庫。受理、派工、列印都照常，紀錄存在本機；網路恢復後會自動傳送。</translation>
    </message>
    <message>
        <source>有记录被中心库退回或与别席冲突。两边的内容都留着，请在“需要处理”里查看。</source>
        <translation>有紀錄被中心資料庫退回，或與其他席位衝突。兩邊的內容都保留，請在「需要處理」中查看。</translation>
    </message>
    <message>
        <source>本席单独使用，没有中心库。记录存在这台电脑上，请定期备份。</source>
        <translation>本席單獨使用，沒有中心資料庫。紀錄存在這台電腦上，請定期備份。</translation>
    </message>
    <message>
        <source>中心库没有接受本席。记录都存在本机，不会丢；请告诉值班长或管理员。</source>
        <translation>中心資料庫沒有接受本席。紀錄都存在本機，不會遺失；請告知值班長或管理員。</translation>
    </message>
    <message>
        <source>正在与中心库交换记录，可以继续工作。</source>
        <translation>正在與中心資料庫交換紀錄，可以繼續工作。</translation>
    </message>
    <message>
        <source>工号或密码不对。请核对后再输一次；本席的数据没有变。</source>
        <translation>工號或密碼不對。請核對後再輸入一次；本席的資料沒有變動。</translation>
    </message>
    <message>
        <source>密码太短：至少 12 个字符，或 4 个词。其他内容都还在，请换一个密码。</source>
        <translation>密碼太短：至少 12 個字元，或 4 個詞。其他內容都還在，請換一個密碼。</translation>
    </message>
    <message>
        <source>本席还没有加入中心，也没有单独建立。请先完成首次启动。</source>
        <translation>本席還沒有加入中心，也沒有單獨建立。請先完成首次啟動。</translation>
    </message>
    <message>
        <source>您的工号还不能打开本席。请让已在本席登录过的同事或值班长先登录一次，之后您就可以登录。</source>
        <translation>您的工號還不能開啟本席。請曾在本席登入過的同事或值班長先登入一次，之後您就可以登入。</translation>
    </message>
    <message>
        <source>入网文件打不开，或内容不完整。本席没有任何改变；请核对路径，或向管理员再要一份。</source>
        <translation>註冊檔打不開，或內容不完整。本席沒有任何變動；請核對路徑，或向管理員再要一份。</translation>
    </message>
    <message>
        <source>连不上中心。第一次加入必须连网；本席没有任何改变，请检查网络后再试。</source>
        <translation>連不上中心。第一次加入必須連線；本席沒有任何變動，請檢查網路後再試。</translation>
    </message>
    <message>
        <source>系统密钥库里没有本席的密钥，本席打不开。数据没有变；请告诉管理员，不要重装程序。</source>
        <translation>系統金鑰庫裡沒有本席的金鑰，本席打不開。資料沒有變動；請告知管理員，不要重新安裝程式。</translation>
    </message>
    <message>
        <source>您的密钥与本席登记的不符，打不开。数据没有变；请连上中心后再登录，或告诉管理员。</source>
        <translation>您的金鑰與本席登記的不符，打不開。資料沒有變動；請連上中心後再登入，或告知管理員。</translation>
    </message>
    <message>
        <source>中心没有给您在这里工作的权限。本席的数据没有变；请告诉值班长或管理员。</source>
        <translation>中心沒有給您在這裡工作的權限。本席的資料沒有變動；請告知值班長或管理員。</translation>
    </message>
    <message>
        <source>程序与中心的版本不合，登录不了。本席的数据没有变；请升级程序，或告诉管理员。</source>
        <translation>程式與中心的版本不合，無法登入。本席的資料沒有變動；請更新程式，或告知管理員。</translation>
    </message>
    <message>
        <source>本席的数据像是一份旧副本，中心停止与它交换。数据没有变；请告诉管理员。</source>
        <translation>本席的資料像是一份舊副本，中心已停止與它交換。資料沒有變動；請告知管理員。</translation>
    </message>
    <message>
        <source>离线太久，本席要先连上中心才能登录。已存的数据都在；请检查网络，或请值班长协助。</source>
        <translation>離線太久，本席要先連上中心才能登入。已存的資料都在；請檢查網路，或請值班長協助。</translation>
    </message>
    <message>
        <source>这台电脑没有可用的系统密钥库，本席打不开。数据没有变；请管理员启用系统密钥库。</source>
        <translation>這台電腦沒有可用的系統金鑰庫，本席打不開。資料沒有變動；請管理員啟用系統金鑰庫。</translation>
    </message>
    <message>
        <source>系统密钥库锁着，本席打不开。数据没有变；请先解锁系统密钥库，再登录。</source>
        <translation>系統金鑰庫已鎖定，本席打不開。資料沒有變動；請先解鎖系統金鑰庫，再登入。</translation>
    </message>
    <message>
        <source>系统密钥库没有回应，本席打不开。数据没有变；请稍后再试，仍不行请告诉管理员。</source>
        <translation>系統金鑰庫沒有回應，本席打不開。資料沒有變動；請稍後再試，仍不行請告知管理員。</translation>
    </message>
    <message>
        <source>系统密钥库不安全（明文保存），本席不使用它。数据没有变；请管理员更换密钥库。</source>
        <translation>系統金鑰庫不安全（明文儲存），本席不使用它。資料沒有變動；請管理員更換金鑰庫。</translation>
    </message>
    <message>
        <source>本席的说明文件（seat.json）读不出来，不知道这是哪个席位。数据没有变；请告诉管理员。</source>
        <translation>本席的說明檔（seat.json）讀不出來，不知道這是哪個席位。資料沒有變動；請告知管理員。</translation>
    </message>
    <message>
        <source>本席的数据文件损坏，打不开。文件没有被改动；请不要删除它，并立即告诉管理员。</source>
        <translation>本席的資料檔損壞，打不開。檔案沒有被更動；請不要刪除它，並立即告知管理員。</translation>
    </message>
    <message>
        <source>本席的密钥与数据文件不符。文件没有被改动；请告诉管理员，用备份或恢复密钥打开。</source>
        <translation>本席的金鑰與資料檔不符。檔案沒有被更動；請告知管理員，用備份或復原金鑰開啟。</translation>
    </message>
    <message>
        <source>本席的数据文件没有加密，程序拒绝打开它。文件没有被改动；请告诉管理员。</source>
        <translation>本席的資料檔沒有加密，程式拒絕開啟。檔案沒有被更動；請告知管理員。</translation>
    </message>
    <message>
        <source>找不到本席的数据文件。没有新建文件；请告诉管理员，用备份恢复。</source>
        <translation>找不到本席的資料檔。沒有建立新檔；請告知管理員，用備份還原。</translation>
    </message>
    <message>
        <source>这里已经有本席的数据文件，没有覆盖它。请直接登录，或告诉管理员。</source>
        <translation>這裡已經有本席的資料檔，沒有覆蓋它。請直接登入，或告知管理員。</translation>
    </message>
    <message>
        <source>本席的数据文件版本太旧，没有打开。文件没有被改动；请重新启动程序完成升级。</source>
        <translation>本席的資料檔版本太舊，沒有開啟。檔案沒有被更動；請重新啟動程式完成升級。</translation>
    </message>
    <message>
        <source>本席的数据正被另一个程序占用。已存的数据没有变；请关掉另一个窗口，再试一次。</source>
        <translation>本席的資料正被另一個程式使用。已存的資料沒有變動；請關掉另一個視窗，再試一次。</translation>
    </message>
    <message>
        <source>本席已退出登录。已存的数据都在；请重新登录。</source>
        <translation>本席已登出。已存的資料都在；請重新登入。</translation>
    </message>
    <message>
        <source>本席的数据由更新的程序写成，这个版本不能打开。数据没有变；请升级程序。</source>
        <translation>本席的資料由較新的程式寫成，這個版本不能開啟。資料沒有變動；請更新程式。</translation>
    </message>
    <message>
        <source>本席的数据文件夹写不进去。已存的数据没有变；请检查文件夹权限或磁盘，再试一次。</source>
        <translation>本席的資料夾無法寫入。已存的資料沒有變動；請檢查資料夾權限或磁碟，再試一次。</translation>
    </message>
    <message>
        <source>磁盘满了，新内容存不进去。已存的数据都在；请先腾出空间，再试一次。</source>
        <translation>磁碟已滿，新內容無法儲存。已存的資料都在；請先騰出空間，再試一次。</translation>
    </message>
    <message>
        <source>磁盘存不进去，刚输入的还没有保存，所以没有退出。请先腾出空间；再退出一次，将丢弃没存进去的部分。</source>
        <translation>磁碟無法儲存，剛輸入的還沒有存入，所以沒有登出。請先騰出空間；再登出一次，將捨棄沒存進去的部分。</translation>
    </message>
    <message>
        <source>连不上中心。您还没有在本席登录过，第一次要连网；请检查网络，或请登录过的同事先登录。</source>
        <translation>連不上中心。您還沒有在本席登入過，第一次要連線；請檢查網路，或請登入過的同事先登入。</translation>
    </message>
    <message>
        <source>本席已经建立过了。数据都在；请关闭程序再打开，用工号登录。</source>
        <translation>本席已經建立過了。資料都在；請關閉程式再開啟，用工號登入。</translation>
    </message>
    <message>
        <source>工作台打不开（已记入日志）。数据都在，没有变；请再登录一次，仍不行请告诉管理员。</source>
        <translation>工作台打不開（已寫入記錄檔）。資料都在，沒有變動；請再登入一次，仍不行請告知管理員。</translation>
    </message>
    <message>
        <source>派工单 {number} 没有存成 PDF。工单已保存，这次不计印次；请检查磁盘后再按 F8。</source>
        <translation>派工單 {number} 沒有存成 PDF。工單已儲存，這次不計列印次數；請檢查磁碟後再按 F8。</translation>
    </message>
    <message>
        <source>请先输入工号。</source>
        <translation>請先輸入工號。</translation>
    </message>
    <message>
        <source>请输入密码。</source>
        <translation>請輸入密碼。</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。其他内容都还在，请把密码再输两次。</source>
        <translation>兩次輸入的密碼不一樣。其他內容都還在，請把密碼再輸入兩次。</translation>
    </message>
    <message>
        <source>没有成功（代码 {code}）。已存的数据没有变；请再试一次，仍不行请把代码告诉管理员。</source>
        <translation>沒有成功（代碼 {code}）。已存的資料沒有變動；請再試一次，仍不行請把代碼告知管理員。</translation>
    </message>
    <message>
        <source>“{field}”填得不对（代码 {code}），内容都还在，请改后再试。</source>
        <translation>「{field}」填得不對（代碼 {code}），內容都還在，請修改後再試。</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} 小時</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>已超 {span}</source>
        <translation>已逾 {span}</translation>
    </message>
    <message>
        <source>还有 {span}</source>
        <translation>還有 {span}</translation>
    </message>
</context>
<context>
    <name>WorklistPane</name>
    <message>
        <source>待办</source>
        <translation>待辦</translation>
    </message>
    <message>
        <source>没有待办。</source>
        <translation>沒有待辦事項。</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>新增受理</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>逾期</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>中心库没有接受这一条，或它与别席的修改冲突。两边的内容都留着，请告诉值班长。</source>
        <translation>中心資料庫沒有接受這一筆，或它與其他席位的修改衝突。兩邊的內容都保留，請告知值班長。</translation>
    </message>
    <message>
        <source>这一条不在本席，可能还没有同步过来。</source>
        <translation>這一筆不在本席，可能還沒有同步過來。</translation>
    </message>
    <message>
        <source>草稿留在“待办”里。</source>
        <translation>草稿留在「待辦」中。</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>草稿已丢弃。</source>
        <translation>草稿已捨棄。</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>已保存 {}。</source>
        <translation>已儲存 {}。</translation>
    </message>
    <message>
        <source>派工单 {} 已存为 PDF。</source>
        <translation>派工單 {} 已存為 PDF。</translation>
    </message>
    <message>
        <source>字体没有的字：{}，单上已注明。</source>
        <translation>字型沒有的字：{}，單上已註明。</translation>
    </message>
    <message>
        <source>案件 {}</source>
        <translation>案件 {}</translation>
    </message>
</context>
<context>
    <name>_Door</name>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
</context>
</TS>
