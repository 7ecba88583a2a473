<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>AddressHelp</name>
    <message>
        <source>“{}”今为“{}”</source>
        <translation>“{}”今為“{}”</translation>
    </message>
    <message>
        <source>{}（按街道名册：{}）</source>
        <translation>{}（依街道名冊：{}）</translation>
    </message>
    <message>
        <source>派往：{}</source>
        <translation>派往：{}</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>用浏览器打开</source>
        <translation>用瀏覽器開啟</translation>
    </message>
    <message>
        <source>不打开</source>
        <translation>不開啟</translation>
    </message>
    <message>
        <source>这是外部网页：{}</source>
        <translation>這是外部網頁：{}</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>写明事实，Enter 确认，Esc 不写</source>
        <translation>寫明事實，Enter 確認，Esc 不寫</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>先不做</source>
        <translation>先不做</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>記下</translation>
    </message>
</context>
<context>
    <name>AttachmentPart</name>
    <message>
        <source>照片、录音</source>
        <translation>照片、錄音</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>有，{} 可以听</source>
        <translation>有，{} 可以聽</translation>
    </message>
    <message>
        <source>通话录音</source>
        <translation>通話錄音</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>錄音</translation>
    </message>
    <message>
        <source>正在从中心库取，不影响别的</source>
        <translation>正在從中心庫取，不影響別的</translation>
    </message>
    <message>
        <source>照片和录音 ({})</source>
        <translation>照片和錄音 ({})</translation>
    </message>
    <message>
        <source>添加照片或录音</source>
        <translation>新增照片或錄音</translation>
    </message>
    <message>
        <source>剪贴板里没有图片。先截图或复制图片，再按 Ctrl+V。</source>
        <translation>剪貼簿裡沒有圖片。先擷圖或複製圖片，再按 Ctrl+V。</translation>
    </message>
    <message>
        <source>已添加“{}”，{}；有网时在后台送往中心库。</source>
        <translation>已新增「{}」，{}；有網路時在背景送往中心庫。</translation>
    </message>
    <message>
        <source>录音只有 {} 可以听。</source>
        <translation>錄音只有 {} 可以聽。</translation>
    </message>
    <message>
        <source>本中心不在席位上放录音：放音的程序不随本席锁定。可请管理员在规则里打开。</source>
        <translation>本中心不在席位上放錄音：放音的程式不隨本席鎖定。可請管理員在規則裡開啟。</translation>
    </message>
    <message>
        <source>录音还在从中心库取，取到后再放。</source>
        <translation>錄音還在從中心庫取，取到後再放。</translation>
    </message>
    <message>
        <source>没有能放这种录音的程序。</source>
        <translation>沒有能放這種錄音的程式。</translation>
    </message>
    <message>
        <source>录音编号 {}，请在录音系统里听。</source>
        <translation>錄音編號 {}，請在錄音系統裡聽。</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>哪一次受理</source>
        <translation>哪一次受理</translation>
    </message>
    <message>
        <source>录音编号</source>
        <translation>錄音編號</translation>
    </message>
    <message>
        <source>录音系统里的编号或文件名</source>
        <translation>錄音系統裡的編號或檔名</translation>
    </message>
    <message>
        <source>登记通话录音</source>
        <translation>登記通話錄音</translation>
    </message>
    <message>
        <source>已登记。</source>
        <translation>已登記。</translation>
    </message>
    <message>
        <source>粘贴图片  Ctrl+V</source>
        <translation>貼上圖片  Ctrl+V</translation>
    </message>
    <message>
        <source>打开 {}</source>
        <translation>開啟 {}</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>正在打印 {} 张派工单：已送出 {} 张</source>
        <translation>正在列印 {} 張派工單：已送出 {} 張</translation>
    </message>
    <message>
        <source>其余不打</source>
        <translation>其餘不印</translation>
    </message>
    <message>
        <source>{} 张派工单：已送出 {} 张，没有打出 {} 张</source>
        <translation>{} 張派工單：已送出 {} 張，沒有印出 {} 張</translation>
    </message>
    <message>
        <source>打开打印队列</source>
        <translation>開啟列印佇列</translation>
    </message>
    <message>
        <source>{} 张派工单都已送出。</source>
        <translation>{} 張派工單都已送出。</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>转紧急</source>
        <translation>轉緊急</translation>
    </message>
    <message>
        <source>身份已核对  {}</source>
        <translation>身分已核對  {}</translation>
    </message>
    <message>
        <source>原先按“{}”填的，都留着：{}</source>
        <translation>原先按「{}」填的，都留著：{}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>派工单存为 PDF</source>
        <translation>派工單存為 PDF</translation>
    </message>
    <message>
        <source>选择打印机  Ctrl+Shift+F8</source>
        <translation>選擇印表機  Ctrl+Shift+F8</translation>
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
        <source>最早 {}</source>
        <translation>最早 {}</translation>
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
    <message>
        <source>打印机 {}</source>
        <translation>印表機 {}</translation>
    </message>
    <message>
        <source>正在打印派工单…</source>
        <translation>正在列印派工單…</translation>
    </message>
</context>
<context>
    <name>BulkPage</name>
    <message>
        <source>没有等着整体派工的工单。普通维修开单后会等在这里，急件马上派出。</source>
        <translation>沒有等著整批派工的工單。一般維修開單後會等在這裡，急件馬上派出。</translation>
    </message>
    <message>
        <source>整体派工</source>
        <translation>整批派工</translation>
    </message>
    <message>
        <source>这次不派</source>
        <translation>這次不派</translation>
    </message>
    <message>
        <source>派出</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>急件：不等整体派工</source>
        <translation>急件：不等整批派工</translation>
    </message>
    <message>
        <source>急件 {} 张</source>
        <translation>急件 {} 張</translation>
    </message>
    <message>
        <source>{} 张等着</source>
        <translation>{} 張等著</translation>
    </message>
    <message>
        <source>派出 {} 张</source>
        <translation>派出 {} 張</translation>
    </message>
    <message>
        <source>{} 张</source>
        <translation>{} 張</translation>
    </message>
    <message>
        <source>{} 开单</source>
        <translation>{} 開單</translation>
    </message>
    <message>
        <source>照派</source>
        <translation>照派</translation>
    </message>
    <message>
        <source>已派出 {} 张工单。派错的打开后作废重开（Alt+M）。</source>
        <translation>已派出 {} 張工單。派錯的開啟後作廢重開（Alt+M）。</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>接听</source>
        <translation>接聽</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>出单</source>
        <translation>出單</translation>
    </message>
</context>
<context>
    <name>CallFoot</name>
    <message>
        <source>存草稿</source>
        <translation>存草稿</translation>
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
</context>
<context>
    <name>CallHead</name>
    <message>
        <source>首问 {}</source>
        <translation>首位受理 {}</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>并入 {}</source>
        <translation>併入 {}</translation>
    </message>
    <message>
        <source>案件 {}</source>
        <translation>案件 {}</translation>
    </message>
    <message>
        <source>有欠项</source>
        <translation>有待補項目</translation>
    </message>
    <message>
        <source>线路 {}</source>
        <translation>線路 {}</translation>
    </message>
    <message>
        <source>振铃 {}</source>
        <translation>振鈴 {}</translation>
    </message>
    <message>
        <source>接听 {}</source>
        <translation>接聽 {}</translation>
    </message>
    <message>
        <source>挂断 {}</source>
        <translation>掛斷 {}</translation>
    </message>
    <message>
        <source>电话系统：{}</source>
        <translation>電話系統：{}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>草稿已存在本机，随时可以接着填。</source>
        <translation>草稿已存在本機，隨時可以接著填。</translation>
    </message>
    <message>
        <source>已补存，案件要的都齐了。</source>
        <translation>已補存，案件要的都齊了。</translation>
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
        <source>草稿</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>CallbackPage</name>
    <message>
        <source>这次回电的说明，可以不填；和结果一起记下</source>
        <translation>這次回電的說明，可以不填；和結果一起記下</translation>
    </message>
    <message>
        <source>这次回电的说明</source>
        <translation>這次回電的說明</translation>
    </message>
    <message>
        <source>由我回电</source>
        <translation>由我回電</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>看记录</source>
        <translation>看紀錄</translation>
    </message>
    <message>
        <source>登记结果</source>
        <translation>登記結果</translation>
    </message>
    <message>
        <source>数字、结果或首字母</source>
        <translation>數字、結果或首字母</translation>
    </message>
    <message>
        <source>回电的结果</source>
        <translation>回電的結果</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 记下 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 記下 · Esc 返回</translation>
    </message>
    <message>
        <source>未显示号码</source>
        <translation>未顯示號碼</translation>
    </message>
    <message>
        <source>回电 {}</source>
        <translation>回電 {}</translation>
    </message>
    <message>
        <source>回访 {}</source>
        <translation>回訪 {}</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>問什麼</translation>
    </message>
    <message>
        <source>回访的是</source>
        <translation>回訪對象</translation>
    </message>
    <message>
        <source>回电</source>
        <translation>回電</translation>
    </message>
    <message>
        <source>来过的电话</source>
        <translation>來過的電話</translation>
    </message>
    <message>
        <source>试过的</source>
        <translation>試過的</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>欠下</source>
        <translation>欠下</translation>
    </message>
    <message>
        <source>最迟</source>
        <translation>最遲</translation>
    </message>
    <message>
        <source>再拨</source>
        <translation>再撥</translation>
    </message>
    <message>
        <source>谁来回</source>
        <translation>誰來回</translation>
    </message>
    <message>
        <source>还没有人</source>
        <translation>還沒有人</translation>
    </message>
    <message>
        <source>打进来的线路</source>
        <translation>打進來的線路</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>受理紀錄</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>轉交</translation>
    </message>
    <message>
        <source>办完</source>
        <translation>辦完</translation>
    </message>
    <message>
        <source>照着问</source>
        <translation>照著問</translation>
    </message>
    <message>
        <source>{}，在服务时间以外</source>
        <translation>{}，在服務時間以外</translation>
    </message>
    <message>
        <source>电话系统</source>
        <translation>電話系統</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>投诉的回访在案件里登记：客户满意吗、怎么说。</source>
        <translation>客訴的回訪在案件裡登記：客戶滿意嗎、怎麼說。</translation>
    </message>
    <message>
        <source>回电已办完，记录留着。</source>
        <translation>回電已辦完，紀錄留著。</translation>
    </message>
    <message>
        <source>已记下，{} 再拨。</source>
        <translation>已記下，{} 再撥。</translation>
    </message>
</context>
<context>
    <name>CallerCard</name>
    <message>
        <source>填入表单</source>
        <translation>填入表單</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>还有 {} 个号码或地址</source>
        <translation>還有 {} 個號碼或地址</translation>
    </message>
    <message>
        <source>由 {} 份档案合并</source>
        <translation>由 {} 份檔案合併</translation>
    </message>
    <message>
        <source>{} 天内来电 {} 次</source>
        <translation>{} 天內來電 {} 次</translation>
    </message>
    <message>
        <source>提议（未确认）：{}。{}（{}）</source>
        <translation>提議（未確認）：{}。{}（{}）</translation>
    </message>
    <message>
        <source>● {}：{}（{} 提议，{} 确认）</source>
        <translation>● {}：{}（{} 提議，{} 確認）</translation>
    </message>
    <message>
        <source>更正姓名、号码、地址…</source>
        <translation>更正姓名、號碼、地址…</translation>
    </message>
    <message>
        <source>与另一份档案合并…</source>
        <translation>與另一份檔案合併…</translation>
    </message>
    <message>
        <source>拆开最近一次合并</source>
        <translation>拆開最近一次合併</translation>
    </message>
    <message>
        <source>提议标记</source>
        <translation>提議標記</translation>
    </message>
    <message>
        <source>确认标记：{}</source>
        <translation>確認標記：{}</translation>
    </message>
    <message>
        <source>驳回标记“{}”，原因：</source>
        <translation>駁回標記「{}」，原因：</translation>
    </message>
    <message>
        <source>驳回标记：{}…</source>
        <translation>駁回標記：{}…</translation>
    </message>
    <message>
        <source>解除标记“{}”，原因：</source>
        <translation>解除標記「{}」，原因：</translation>
    </message>
    <message>
        <source>解除标记：{}…</source>
        <translation>解除標記：{}…</translation>
    </message>
    <message>
        <source>已拆成两份档案，各自的记录都在原处。</source>
        <translation>已拆成兩份檔案，各自的紀錄都在原處。</translation>
    </message>
    <message>
        <source>这已经是同一位客户的档案。</source>
        <translation>這已經是同一位客戶的檔案。</translation>
    </message>
    <message>
        <source>两份档案已合并显示，随时可以拆开。</source>
        <translation>兩份檔案已合併顯示，隨時可以拆開。</translation>
    </message>
    <message>
        <source>提议标记“{}”，原因：</source>
        <translation>提議標記「{}」，原因：</translation>
    </message>
    <message>
        <source>已提议，等值班长或主管确认。确认前只作为提议显示。</source>
        <translation>已提議，等值班長或主管確認。確認前只作為提議顯示。</translation>
    </message>
</context>
<context>
    <name>CallerPane</name>
    <message>
        <source>核对身份</source>
        <translation>核對身分</translation>
    </message>
    <message>
        <source>查找来电人  F4</source>
        <translation>尋找來電者  F4</translation>
    </message>
    <message>
        <source>号码中任意 4 位、姓名、拼音或首字母、地址</source>
        <translation>號碼中任意 4 位、姓名、拼音或首字母、地址</translation>
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
        <source>欠回电 {}</source>
        <translation>欠回電 {}</translation>
    </message>
    <message>
        <source>最迟 {}</source>
        <translation>最遲 {}</translation>
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
        <source>找另一份档案，Enter 合并，Esc 作罢</source>
        <translation>找另一份檔案，Enter 合併，Esc 作罷</translation>
    </message>
    <message>
        <source>没有找到。换号码中的 4 位、姓名、拼音或地址再试。</source>
        <translation>沒有找到。換號碼中的 4 位、姓名、拼音或地址再試。</translation>
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
    <name>CaseMoves</name>
    <message>
        <source>这个案件现在不能退回。</source>
        <translation>這個案件現在不能退回。</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>请示上级</source>
        <translation>請示上級</translation>
    </message>
    <message>
        <source>{}的答复、催办：{}</source>
        <translation>{}的答覆、催辦：{}</translation>
    </message>
    <message>
        <source>看请示：{}</source>
        <translation>看請示：{}</translation>
    </message>
    <message>
        <source>打开并入的案件 {}</source>
        <translation>開啟併入的案件 {}</translation>
    </message>
    <message>
        <source>打开并进来的案件 {}</source>
        <translation>開啟併進來的案件 {}</translation>
    </message>
    <message>
        <source>{}还差几项，请在受理记录里补上。</source>
        <translation>{}還差幾項，請在受理紀錄裡補上。</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>巡查員</translation>
    </message>
    <message>
        <source>答复时限</source>
        <translation>答覆期限</translation>
    </message>
    <message>
        <source>要看什么</source>
        <translation>要看什麼</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>并入哪个案件</source>
        <translation>併入哪個案件</translation>
    </message>
    <message>
        <source>转给谁</source>
        <translation>轉給誰</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>發生時間</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>已请 {} {}。</source>
        <translation>已請 {} {}。</translation>
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
        <source>更多</source>
        <translation>更多</translation>
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
        <source>时限</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>受理内容</source>
        <translation>受理內容</translation>
    </message>
    <message>
        <source>来电人</source>
        <translation>來電者</translation>
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
        <source>督办</source>
        <translation>列管</translation>
    </message>
    <message>
        <source>未核对身份</source>
        <translation>未核對身分</translation>
    </message>
    <message>
        <source>其他席位的座席员</source>
        <translation>其他席位的客服人員</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>併入</translation>
    </message>
    <message>
        <source>并进来的</source>
        <translation>併進來的</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>立案标准</source>
        <translation>立案標準</translation>
    </message>
    <message>
        <source>结案标准</source>
        <translation>結案標準</translation>
    </message>
    <message>
        <source>各类案件</source>
        <translation>各類案件</translation>
    </message>
    <message>
        <source>核实与核查</source>
        <translation>查證與覆查</translation>
    </message>
    <message>
        <source>请示</source>
        <translation>請示</translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation>還沒有答覆</translation>
    </message>
    <message>
        <source>{} 请求</source>
        <translation>{} 請求</translation>
    </message>
    <message>
        <source>催过 {} 次</source>
        <translation>催過 {} 次</translation>
    </message>
    <message>
        <source>{} 答复</source>
        <translation>{} 答覆</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>受理編號</translation>
    </message>
    <message>
        <source>受理渠道</source>
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
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>投诉处理单</source>
        <translation>客訴處理單</translation>
    </message>
    <message>
        <source>案件处理单</source>
        <translation>案件處理單</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>受理内容</source>
        <translation>受理內容</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>處理人</translation>
    </message>
    <message>
        <source>主管</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>受理編號</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>系统空闲 {span}，自动锁定</source>
        <translation>系統閒置 {span}，自動鎖定</translation>
    </message>
    <message>
        <source>程序里 {span}没有输入，自动锁定</source>
        <translation>程式裡 {span}沒有輸入，自動鎖定</translation>
    </message>
    <message>
        <source>操作系统锁屏，本席一起锁定</source>
        <translation>作業系統鎖定，本席一起鎖定</translation>
    </message>
    <message>
        <source>电脑睡眠，本席一起锁定</source>
        <translation>電腦睡眠，本席一起鎖定</translation>
    </message>
    <message>
        <source>电脑睡眠或停顿过，自动锁定</source>
        <translation>電腦睡眠或停頓過，自動鎖定</translation>
    </message>
    <message>
        <source>窗口没有回应，自动锁定</source>
        <translation>視窗沒有回應，自動鎖定</translation>
    </message>
    <message>
        <source>从托盘图标锁定</source>
        <translation>從系統匣圖示鎖定</translation>
    </message>
    <message>
        <source>您的工号已停用，本席已锁定</source>
        <translation>您的工號已停用，本席已鎖定</translation>
    </message>
    <message>
        <source>您的工号在别的席位登录了，本席已锁定</source>
        <translation>您的工號在別的席位登入了，本席已鎖定</translation>
    </message>
    <message>
        <source>值班长锁定了本席</source>
        <translation>值班長鎖定了本席</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} 分鐘</translation>
    </message>
    <message>
        <source>本席已锁定，数据已收好；但操作系统没有一起锁上。请您用系统的按键锁屏，并告诉值班长。</source>
        <translation>本席已鎖定，資料已收好；但作業系統沒有一起鎖上。請您用系統的按鍵鎖定螢幕，並告訴值班長。</translation>
    </message>
    <message>
        <source>{at} 窗口没有回应，程序已自行结束。输入过的都在草稿里，请登录后接着做。</source>
        <translation>{at} 視窗沒有回應，程式已自行結束。輸入過的都在草稿裡，請登入後接著做。</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>数字、渠道名或首字母</source>
        <translation>數字、管道名或首字母</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>受理管道</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 确定 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 確定 · Esc 返回</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>拼音或 ↓</source>
        <translation>輸入，或 ↓</translation>
    </message>
</context>
<context>
    <name>ClockNotes</name>
    <message>
        <source>{} 项快到时限，最早的是 {}，{} 前。</source>
        <translation>{} 項快到時限，最早的是 {}，{} 前。</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>快到时限：{}，{} 前（{}）。</source>
        <translation>快到時限：{}，{} 前（{}）。</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>{} 项已超时，刚超时的是 {}。</source>
        <translation>{} 項已逾時，剛逾時的是 {}。</translation>
    </message>
    <message>
        <source>已超时：{}，最迟 {}（{}）。</source>
        <translation>已逾時：{}，最遲 {}（{}）。</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>办理时限</source>
        <translation>辦理時限</translation>
    </message>
    <message>
        <source>{}（暂定）</source>
        <translation>{}（暫定）</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>已逾時</translation>
    </message>
    <message>
        <source>快到时限</source>
        <translation>快到時限</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>準時</translation>
    </message>
    <message>
        <source>；</source>
        <translation>；</translation>
    </message>
    <message>
        <source>超时：{}</source>
        <translation>逾時：{}</translation>
    </message>
    <message>
        <source>{}，从 {} 起算</source>
        <translation>{}，從 {} 起算</translation>
    </message>
    <message>
        <source>{}（{}）</source>
        <translation>{}（{}）</translation>
    </message>
    <message>
        <source>最迟</source>
        <translation>最遲</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>计时</source>
        <translation>計時</translation>
    </message>
    <message>
        <source>告诉</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>{} 年的放假安排程序还不知道，暂按周一至周五算，知道后会变。</source>
        <translation>{} 年的放假安排程式還不知道，暫按週一至週五計，知道後會變。</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>{name}：本月还没有转出的，平均限 {limit}</source>
        <translation>{name}：本月還沒有轉出的，平均限 {limit}</translation>
    </message>
    <message>
        <source>{name}：本月平均 {mean}，限 {limit}（{count} 件共 {spent}）</source>
        <translation>{name}：本月平均 {mean}，限 {limit}（{count} 件共 {spent}）</translation>
    </message>
    <message>
        <source>；案件太多，只算了最近的</source>
        <translation>；案件太多，只算了最近的</translation>
    </message>
    <message>
        <source>；已超平均，下一件请马上转出</source>
        <translation>；已超平均，下一件請馬上轉出</translation>
    </message>
    <message>
        <source>；下一件最迟 {} 转出</source>
        <translation>；下一件最遲 {} 轉出</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>經辦人</translation>
    </message>
    <message>
        <source>{} 个工作日</source>
        <translation>{} 個工作日</translation>
    </message>
    <message>
        <source>{} 天</source>
        <translation>{} 天</translation>
    </message>
    <message>
        <source>{} 小时</source>
        <translation>{} 小時</translation>
    </message>
    <message>
        <source>{} 分钟</source>
        <translation>{} 分鐘</translation>
    </message>
    <message>
        <source>按自然时间，日夜都算</source>
        <translation>依自然時間，日夜都算</translation>
    </message>
    <message>
        <source>{}，{}</source>
        <translation>{}，{}</translation>
    </message>
    <message>
        <source>只算每天 {}</source>
        <translation>只算每天 {}</translation>
    </message>
    <message>
        <source>只算工作日 {}</source>
        <translation>只算工作日 {}</translation>
    </message>
    <message>
        <source>{}，休息日 {}</source>
        <translation>{}，休息日 {}</translation>
    </message>
    <message>
        <source>{} 停走</source>
        <translation>{} 停走</translation>
    </message>
    <message>
        <source>{} 放宽到 {}，在这段时间里走得慢</source>
        <translation>{} 放寬到 {}，這段時間裡走得慢</translation>
    </message>
    <message>
        <source>到时限前 {}</source>
        <translation>到時限前 {}</translation>
    </message>
    <message>
        <source>过了 {}</source>
        <translation>過了 {}</translation>
    </message>
    <message>
        <source>{}：{}</source>
        <translation>{}：{}</translation>
    </message>
</context>
<context>
    <name>ClocksPage</name>
    <message>
        <source>时限</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>没有在走的时限。案件、工单有了时限，会出现在这里。</source>
        <translation>沒有在走的時限。案件、工單有了時限，會出現在這裡。</translation>
    </message>
    <message>
        <source>打开这一条</source>
        <translation>開啟這一條</translation>
    </message>
    <message>
        <source>只列最先到的，没有全部</source>
        <translation>只列最先到的，沒有全部</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>已逾時</translation>
    </message>
    <message>
        <source>快到时限</source>
        <translation>快到時限</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>以後</translation>
    </message>
</context>
<context>
    <name>ClosingsPage</name>
    <message>
        <source>没有要结的置换通气工单。开单两天内要结，会排在这里由大家分担。</source>
        <translation>沒有要結的置換通氣工單。開單兩天內要結，會排在這裡由大家分擔。</translation>
    </message>
    <message>
        <source>置换通气结单</source>
        <translation>置換通氣結單</translation>
    </message>
    <message>
        <source>{} 张超过两天</source>
        <translation>{} 張超過兩天</translation>
    </message>
    <message>
        <source>{} 张要结</source>
        <translation>{} 張要結</translation>
    </message>
    <message>
        <source>{} 张</source>
        <translation>{} 張</translation>
    </message>
    <message>
        <source>还没有人结</source>
        <translation>還沒有人結</translation>
    </message>
    <message>
        <source>七天内结了 {} 张</source>
        <translation>七天內結了 {} 張</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>动作、编号、草稿或来电人：名字、拼音、首字母、4 位以上数字</source>
        <translation>動作、編號、草稿或來電者：名稱、拼音、首字母、4 位以上數字</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>没有找到。换名字、拼音首字母，或编号、号码中的 4 位再试。</source>
        <translation>沒有找到。請換名稱、拼音首字母，或編號、號碼中的 4 位再試。</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 执行 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 執行 · Esc 返回</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
</context>
<context>
    <name>ComplaintPart</name>
    <message>
        <source>投诉</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>投诉处理完毕</source>
        <translation>客訴處理完畢</translation>
    </message>
    <message>
        <source>已反馈客户</source>
        <translation>已回覆客戶</translation>
    </message>
    <message>
        <source>投诉回访</source>
        <translation>客訴回訪</translation>
    </message>
    <message>
        <source>交办投诉</source>
        <translation>交辦客訴</translation>
    </message>
    <message>
        <source>您被投诉，由他人处理</source>
        <translation>您被客訴，由他人處理</translation>
    </message>
    <message>
        <source>{} 交办</source>
        <translation>{} 交辦</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>上報</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>被客訴人</translation>
    </message>
    <message>
        <source>投诉分类</source>
        <translation>客訴分類</translation>
    </message>
    <message>
        <source>交由</source>
        <translation>交由</translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation>處理完畢</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>改进</source>
        <translation>改進</translation>
    </message>
    <message>
        <source>反馈客户</source>
        <translation>回覆客戶</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>交由谁处理</source>
        <translation>交由誰處理</translation>
    </message>
    <message>
        <source>工号或姓名</source>
        <translation>工號或姓名</translation>
    </message>
    <message>
        <source>不是本中心的人就空着；被投诉人不能处理</source>
        <translation>不是本中心的人就空著；被客訴人不能處理</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>重新交办投诉</source>
        <translation>重新交辦客訴</translation>
    </message>
    <message>
        <source>已交办。</source>
        <translation>已交辦。</translation>
    </message>
    <message>
        <source>处理完毕时间</source>
        <translation>處理完畢時間</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>處理結果</translation>
    </message>
    <message>
        <source>改进措施</source>
        <translation>改進措施</translation>
    </message>
    <message>
        <source>已记下处理结果，接下来反馈客户。</source>
        <translation>已記下處理結果，接下來回覆客戶。</translation>
    </message>
    <message>
        <source>反馈时间</source>
        <translation>回覆時間</translation>
    </message>
    <message>
        <source>向客户说了什么</source>
        <translation>向客戶說了什麼</translation>
    </message>
    <message>
        <source>已记下反馈，接下来回访。</source>
        <translation>已記下回覆，接下來回訪。</translation>
    </message>
    <message>
        <source>回访时间</source>
        <translation>回訪時間</translation>
    </message>
    <message>
        <source>客户满意吗</source>
        <translation>客戶滿意嗎</translation>
    </message>
    <message>
        <source>客户怎么说</source>
        <translation>客戶怎麼說</translation>
    </message>
    <message>
        <source>已记下回访。</source>
        <translation>已記下回訪。</translation>
    </message>
</context>
<context>
    <name>ComplaintStrips</name>
    <message>
        <source>查看</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>{} 有投诉待交办：{}</source>
        <translation>{} 有客訴待交辦：{}</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>打开记录</source>
        <translation>開啟紀錄</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>不改了</translation>
    </message>
    <message>
        <source>改成…</source>
        <translation>改成…</translation>
    </message>
    <message>
        <source>用我的</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>用对方的</source>
        <translation>用對方的</translation>
    </message>
    <message>
        <source>用改好的</source>
        <translation>用改好的</translation>
    </message>
    <message>
        <source>这条冲突还没有传到本席，同步后再打开。</source>
        <translation>這筆衝突尚未傳到本席，請同步後再開啟。</translation>
    </message>
    <message>
        <source>冲突 · {}</source>
        <translation>衝突 · {}</translation>
    </message>
    <message>
        <source>冲突待处理</source>
        <translation>衝突待處理</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>用左边的</source>
        <translation>用左邊的</translation>
    </message>
    <message>
        <source>用右边的</source>
        <translation>用右邊的</translation>
    </message>
    <message>
        <source>其他席位的座席员</source>
        <translation>其他席位的客服人員</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>两个席位把这一项写得不一样，中心库用了其中一个。请选一个，或改成别的；两边的内容都会留着。</source>
        <translation>兩個席位把這一項寫得不一樣，中心資料庫用了其中一個。請選一個，或改成別的；兩邊的內容都會保留。</translation>
    </message>
    <message>
        <source>发现时间</source>
        <translation>發現時間</translation>
    </message>
    <message>
        <source>记录里现在是</source>
        <translation>紀錄裡現在是</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>處理</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>處理人</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>“{}”用了“{}”。</source>
        <translation>「{}」用了「{}」。</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>改成</translation>
    </message>
</context>
<context>
    <name>DirectoryBox</name>
    <message>
        <source>事项、区域、街道、名字、首字母或号码；几个词用空格隔开</source>
        <translation>事項、區域、街道、名稱、首字母或號碼；幾個詞用空格隔開</translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation>通訊錄</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 记入这通受理 · {} 复制号码 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 記入這通受理 · {} 複製號碼 · Esc 返回</translation>
    </message>
    <message>
        <source>通讯录：联系谁、转给谁</source>
        <translation>通訊錄：聯絡誰、轉給誰</translation>
    </message>
    <message>
        <source>{} 联系/转接：{} {}</source>
        <translation>{} 聯絡/轉接：{} {}</translation>
    </message>
    <message>
        <source>已记入这通受理：{} {}</source>
        <translation>已記入這通受理：{} {}</translation>
    </message>
    <message>
        <source>前面没有正在填的受理，没有记。{} {}</source>
        <translation>前面沒有正在填的受理，沒有記。{} {}</translation>
    </message>
    <message>
        <source>本中心的规则不允许您复制号码，没有复制。</source>
        <translation>本中心的規則不允許您複製號碼，沒有複製。</translation>
    </message>
    <message>
        <source>号码已复制，已留痕。</source>
        <translation>號碼已複製，已留紀錄。</translation>
    </message>
</context>
<context>
    <name>DirectoryPicker</name>
    <message>
        <source>没有找到。换一个事项、区域、街道、名字或号码再试。</source>
        <translation>沒有找到。換一個事項、區域、街道、名稱或號碼再試。</translation>
    </message>
    <message>
        <source>通讯录还是空的：在 rules/directory.yaml 里一行写一个。</source>
        <translation>通訊錄還是空的：在 rules/directory.yaml 裡一行寫一個。</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>{} 起</translation>
    </message>
    <message>
        <source>当值</source>
        <translation>當值</translation>
    </message>
</context>
<context>
    <name>DisputedPage</name>
    <message>
        <source>不是本人的登录</source>
        <translation>非本人的登入</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>{} 说这次登录不是本人。当时连不上中心库，密码没有经中心库核对。记录按座席员的权限收下，都留着；请问席位 {} 当时在班的人，要更正的逐条打开，再按“已处理”。</source>
        <translation>{} 說這次登入不是本人。當時連不上中心資料庫，密碼沒有經中心資料庫核對。紀錄按客服人員的權限收下，都留著；請詢問席位 {} 當時值班的人，要更正的逐筆開啟，再按「已處理」。</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>{} 起</translation>
    </message>
    <message>
        <source>{} 条</source>
        <translation>{} 筆</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
    <message>
        <source>已处理，不再列在待办里。登录和记录都留着。</source>
        <translation>已處理，不再列在待辦中。登入和紀錄都留著。</translation>
    </message>
</context>
<context>
    <name>Disputes</name>
    <message>
        <source>与别席冲突，待处理：没有采用的是“{lost}”。</source>
        <translation>與其他席位衝突，待處理：沒有採用的是「{lost}」。</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>接手的原因</source>
        <translation>接手的原因</translation>
    </message>
    <message>
        <source>会告诉本人，并记录是谁、为什么</source>
        <translation>會告訴本人，並記錄是誰、為什麼</translation>
    </message>
    <message>
        <source>接手，由我办完</source>
        <translation>接手，由我辦完</translation>
    </message>
    <message>
        <source>这份草稿已经办完，或已退还。</source>
        <translation>這份草稿已經辦完，或已退還。</translation>
    </message>
    <message>
        <source>{} · 只读</source>
        <translation>{} · 唯讀</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>{} 起</translation>
    </message>
    <message>
        <source>最后改动 {}</source>
        <translation>最後改動 {}</translation>
    </message>
    <message>
        <source>已被接手</source>
        <translation>已被接手</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>未儲存</translation>
    </message>
    <message>
        <source>首问 {}</source>
        <translation>首位受理 {}</translation>
    </message>
    <message>
        <source>接手的人</source>
        <translation>接手的人</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>已填的内容</source>
        <translation>已填的內容</translation>
    </message>
    <message>
        <source>请先写接手的原因：会告诉本人，并记录下来。</source>
        <translation>請先寫接手的原因：會告訴本人，並記錄下來。</translation>
    </message>
</context>
<context>
    <name>ElsewherePage</name>
    <message>
        <source>{} 已在席位 {} 上登录</source>
        <translation>{} 已在席位 {} 上登入</translation>
    </message>
    <message>
        <source>{} 起在用。在这里登录，会让那边锁定；那边的草稿都留着。如果不是您本人，请马上告诉值班长。</source>
        <translation>{} 起在用。在這裡登入，會讓那邊鎖定；那邊的草稿都留著。如果不是您本人，請馬上告訴值班長。</translation>
    </message>
    <message>
        <source>{} 起在用。中心不允许同时在两席：请先在那边退出登录，或请值班长让那边退出登录。</source>
        <translation>{} 起在用。中心不允許同時在兩席：請先在那邊登出，或請值班長讓那邊登出。</translation>
    </message>
    <message>
        <source>在这里登录，锁定那边  Enter</source>
        <translation>在這裡登入，鎖定那邊  Enter</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>返回  Esc</translation>
    </message>
    <message>
        <source>正在登录，那边随即锁定…</source>
        <translation>正在登入，那邊隨即鎖定…</translation>
    </message>
</context>
<context>
    <name>EmergencyCard</name>
    <message>
        <source>全部栏目</source>
        <translation>全部欄位</translation>
    </message>
</context>
<context>
    <name>EscalationPage</name>
    <message>
        <source>请示</source>
        <translation>請示</translation>
    </message>
    <message>
        <source>打开相关记录</source>
        <translation>開啟相關紀錄</translation>
    </message>
    <message>
        <source>转请上一级</source>
        <translation>轉請上一級</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>请示人</source>
        <translation>請示人</translation>
    </message>
    <message>
        <source>请谁答复</source>
        <translation>請誰答覆</translation>
    </message>
    <message>
        <source>来电人</source>
        <translation>來電者</translation>
    </message>
    <message>
        <source>在线等着</source>
        <translation>在線上等</translation>
    </message>
    <message>
        <source>答复后回电</source>
        <translation>答覆後回電</translation>
    </message>
    <message>
        <source>转请</source>
        <translation>轉請</translation>
    </message>
    <message>
        <source>答复人</source>
        <translation>答覆人</translation>
    </message>
    <message>
        <source>这一条还没有传到本席，同步后再打开。</source>
        <translation>這一筆尚未傳到本席，請同步後再開啟。</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>已答覆</translation>
    </message>
    <message>
        <source>来电人等着 · {}</source>
        <translation>來電者等著 · {}</translation>
    </message>
    <message>
        <source>等答复 · {}</source>
        <translation>等答覆 · {}</translation>
    </message>
    <message>
        <source>还没有保存的受理</source>
        <translation>還沒有儲存的受理</translation>
    </message>
    <message>
        <source>请{}答复</source>
        <translation>請{}答覆</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>送出答复</source>
        <translation>送出答覆</translation>
    </message>
    <message>
        <source>来电人在线等</source>
        <translation>來電者在線上等</translation>
    </message>
    <message>
        <source>请示{}</source>
        <translation>請示{}</translation>
    </message>
    <message>
        <source>送出请示</source>
        <translation>送出請示</translation>
    </message>
    <message>
        <source>已请示，答复一到就告诉您。</source>
        <translation>已請示，答覆一到就告訴您。</translation>
    </message>
    <message>
        <source>已答复。</source>
        <translation>已答覆。</translation>
    </message>
    <message>
        <source>已转请{}答复。</source>
        <translation>已轉請{}答覆。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>显示更早的 {} 笔</source>
        <translation>顯示更早的 {} 筆</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>打开 {}</source>
        <translation>開啟 {}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>导出进度</source>
        <translation>匯出進度</translation>
    </message>
    <message>
        <source>取消导出</source>
        <translation>取消匯出</translation>
    </message>
    <message>
        <source>导出 {}</source>
        <translation>匯出 {}</translation>
    </message>
    <message>
        <source>上一次导出还没有完。请等它写完，或先取消。</source>
        <translation>上一次匯出還沒有完成。請等它寫完，或先取消。</translation>
    </message>
    <message>
        <source>正在导出 {}…</source>
        <translation>正在匯出 {}…</translation>
    </message>
    <message>
        <source>导出已取消，没有留下文件。</source>
        <translation>匯出已取消，沒有留下檔案。</translation>
    </message>
    <message>
        <source>正在导出 {}：{} / {}</source>
        <translation>正在匯出 {}：{} / {}</translation>
    </message>
    <message>
        <source>已导出 {} 条：{}</source>
        <translation>已匯出 {} 筆：{}</translation>
    </message>
    <message>
        <source>磁盘满了，导出没有完成，没有留下文件。请腾出空间，再导出一次。</source>
        <translation>磁碟滿了，匯出沒有完成，沒有留下檔案。請騰出空間，再匯出一次。</translation>
    </message>
    <message>
        <source>这个文件正被别的程序打开，导出没有写成。请关掉它，或换个文件名再导出。</source>
        <translation>這個檔案正被別的程式開啟，匯出沒有寫成。請關掉它，或換個檔名再匯出。</translation>
    </message>
    <message>
        <source>这里写不进去，导出没有写成，没有留下文件。请换个文件夹再导出。</source>
        <translation>這裡寫不進去，匯出沒有寫成，沒有留下檔案。請換個資料夾再匯出。</translation>
    </message>
</context>
<context>
    <name>Feeding</name>
    <message>
        <source>{}：表里的列</source>
        <translation>{}：表裡的欄</translation>
    </message>
    <message>
        <source>{}：空着时用</source>
        <translation>{}：空著時用</translation>
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
    <message>
        <source>“{}”没有“未提供”可选。</source>
        <translation>“{}”沒有“未提供”可選。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>编号</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>受理管道</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>表单版本</source>
        <translation>表單版本</translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation>來電時間</translation>
    </message>
    <message>
        <source>保存时间</source>
        <translation>儲存時間</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>受理時間</translation>
    </message>
    <message>
        <source>建档时间</source>
        <translation>建檔時間</translation>
    </message>
    <message>
        <source>最近来电</source>
        <translation>最近來電</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>首問責任人</translation>
    </message>
    <message>
        <source>当前经办人</source>
        <translation>目前承辦人</translation>
    </message>
    <message>
        <source>开单时间</source>
        <translation>開單時間</translation>
    </message>
    <message>
        <source>开单人</source>
        <translation>開單人</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>客户档案</source>
        <translation>客戶資料</translation>
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
        <source>有欠项</source>
        <translation>有待補項目</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>處理結果</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>班組</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>联次</source>
        <translation>聯次</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>完成时间</source>
        <translation>完成時間</translation>
    </message>
    <message>
        <source>上门的人</source>
        <translation>到府人員</translation>
    </message>
    <message>
        <source>用户签字</source>
        <translation>用戶簽字</translation>
    </message>
    <message>
        <source>谁来结单</source>
        <translation>誰來結單</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>列印紀錄</translation>
    </message>
    <message>
        <source>替代的派工单</source>
        <translation>替代的派工單</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>原来的状态</source>
        <translation>原來的狀態</translation>
    </message>
    <message>
        <source>之后的状态</source>
        <translation>之後的狀態</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>經手人</translation>
    </message>
    <message>
        <source>录入时间</source>
        <translation>登錄時間</translation>
    </message>
    <message>
        <source>相关记录</source>
        <translation>相關紀錄</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>巡查員</translation>
    </message>
    <message>
        <source>请求人</source>
        <translation>請求人</translation>
    </message>
    <message>
        <source>请求时间</source>
        <translation>請求時間</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>催办记录</source>
        <translation>催辦紀錄</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>请谁答复</source>
        <translation>請誰答覆</translation>
    </message>
    <message>
        <source>来电人等着</source>
        <translation>來電者等著</translation>
    </message>
    <message>
        <source>转请记录</source>
        <translation>轉請紀錄</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>答复人</source>
        <translation>答覆人</translation>
    </message>
    <message>
        <source>答复时间</source>
        <translation>答覆時間</translation>
    </message>
    <message>
        <source>拼音首字母</source>
        <translation>拼音首字母</translation>
    </message>
    <message>
        <source>欠下的时间</source>
        <translation>欠下的時間</translation>
    </message>
    <message>
        <source>再拨的时间</source>
        <translation>再撥的時間</translation>
    </message>
    <message>
        <source>试过的</source>
        <translation>試過的</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>線路</translation>
    </message>
    <message>
        <source>服务时间外</source>
        <translation>服務時間外</translation>
    </message>
    <message>
        <source>办完的时间</source>
        <translation>辦完的時間</translation>
    </message>
    <message>
        <source>办完的人</source>
        <translation>辦完的人</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>名單</translation>
    </message>
    <message>
        <source>片区</source>
        <translation>片區</translation>
    </message>
    <message>
        <source>转交记录</source>
        <translation>轉交記錄</translation>
    </message>
    <message>
        <source>被投诉人</source>
        <translation>被客訴人</translation>
    </message>
    <message>
        <source>投诉分类</source>
        <translation>客訴分類</translation>
    </message>
    <message>
        <source>上报人</source>
        <translation>上報人</translation>
    </message>
    <message>
        <source>上报时间</source>
        <translation>上報時間</translation>
    </message>
    <message>
        <source>交办人</source>
        <translation>交辦人</translation>
    </message>
    <message>
        <source>交办时间</source>
        <translation>交辦時間</translation>
    </message>
    <message>
        <source>处理人</source>
        <translation>處理人</translation>
    </message>
    <message>
        <source>处理完毕时间</source>
        <translation>處理完畢時間</translation>
    </message>
    <message>
        <source>反馈人</source>
        <translation>回覆人</translation>
    </message>
    <message>
        <source>反馈时间</source>
        <translation>回覆時間</translation>
    </message>
    <message>
        <source>回访人</source>
        <translation>回訪人</translation>
    </message>
    <message>
        <source>回访时间</source>
        <translation>回訪時間</translation>
    </message>
    <message>
        <source>记事</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>發生時間</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>选择文件</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>读对照表</source>
        <translation>載入對照表</translation>
    </message>
    <message>
        <source>存对照表</source>
        <translation>儲存對照表</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>月/日/年</source>
        <translation>月/日/年</translation>
    </message>
    <message>
        <source>日/月/年</source>
        <translation>日/月/年</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{path} · 工作表“{sheet}”（共 {n} 张）</source>
        <translation>{path} · 工作表「{sheet}」（共 {n} 張）</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>客户档案</source>
        <translation>客戶檔案</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>这份档案还没有传到本席，同步后再打开。</source>
        <translation>這份檔案尚未傳到本席，同步後再開啟。</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>未核对身份</source>
        <translation>未核對身分</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>建档时间</source>
        <translation>建檔時間</translation>
    </message>
    <message>
        <source>最近来电</source>
        <translation>最近來電</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>更正过的</source>
        <translation>更正過的</translation>
    </message>
    <message>
        <source>姓名原来是“{}”</source>
        <translation>姓名原為「{}」</translation>
    </message>
    <message>
        <source>去掉了号码 {}</source>
        <translation>移除了號碼 {}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>去掉了地址 {}</source>
        <translation>移除了地址 {}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>；</translation>
    </message>
    <message>
        <source>一行一个</source>
        <translation>一行一個</translation>
    </message>
    <message>
        <source>更正档案</source>
        <translation>更正檔案</translation>
    </message>
    <message>
        <source>存下更正</source>
        <translation>存下更正</translation>
    </message>
    <message>
        <source>档案已更正，原来的留在“更正过的”里。</source>
        <translation>檔案已更正，原來的留在「更正過的」裡。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>只看我经办</source>
        <translation>只看我承辦</translation>
    </message>
    <message>
        <source>只看未结</source>
        <translation>只看未結</translation>
    </message>
    <message>
        <source>只看超时</source>
        <translation>只看逾期</translation>
    </message>
    <message>
        <source>只看欠项</source>
        <translation>只看待補項目</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>全部时间</source>
        <translation>全部時間</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>本班</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>近 30 天</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>自定起止</source>
        <translation>自訂起訖</translation>
    </message>
    <message>
        <source>全部原因</source>
        <translation>全部原因</translation>
    </message>
    <message>
        <source>核实和核查</source>
        <translation>核實和核查</translation>
    </message>
    <message>
        <source>打印、补打和作废</source>
        <translation>列印、補印和作廢</translation>
    </message>
    <message>
        <source>做的都看</source>
        <translation>做的都看</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>全部狀態</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>全部表单</source>
        <translation>全部表單</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>班組</translation>
    </message>
    <message>
        <source>全部班组</source>
        <translation>全部班組</translation>
    </message>
    <message>
        <source>起</source>
        <translation>起</translation>
    </message>
    <message>
        <source>止</source>
        <translation>訖</translation>
    </message>
    <message>
        <source>工号、座席员、编号或客户</source>
        <translation>工號、客服人員、編號或客戶</translation>
    </message>
    <message>
        <source>派工单号、工单号、工号或座席员</source>
        <translation>派工單號、工單號、工號或座席員</translation>
    </message>
    <message>
        <source>编号、号码 4 位、姓名或首字母</source>
        <translation>編號、號碼 4 位、姓名或首字母</translation>
    </message>
    <message>
        <source>编号、号码 4 位、姓名、说过的话</source>
        <translation>編號、號碼 4 碼、姓名、說過的話</translation>
    </message>
    <message>
        <source>筛选  Ctrl+F</source>
        <translation>篩選  Ctrl+F</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>篩選</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在本页找</source>
        <translation>在本頁找</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>下一處</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>本页没有，Enter 到“{}”</source>
        <translation>本頁沒有，Enter 到「{}」</translation>
    </message>
    <message>
        <source>哪一页都没有</source>
        <translation>哪一頁都沒有</translation>
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
    <name>Flaws</name>
    <message>
        <source>文件打不开</source>
        <translation>檔案打不開</translation>
    </message>
    <message>
        <source>文件名要像 名称/版本.yaml</source>
        <translation>檔名要像 名稱/版本.yaml</translation>
    </message>
    <message>
        <source>文件超过 1 MB</source>
        <translation>檔案超過 1 MB</translation>
    </message>
    <message>
        <source>文件不是 UTF-8</source>
        <translation>檔案不是 UTF-8</translation>
    </message>
    <message>
        <source>有不可见的控制字符</source>
        <translation>有看不見的控制字元</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>檔案是空的</translation>
    </message>
    <message>
        <source>YAML 写法不对，常见的是用了 Tab 缩进</source>
        <translation>YAML 寫法不對，常見的是用了 Tab 縮排</translation>
    </message>
    <message>
        <source>不能用锚点和引用</source>
        <translation>不能用錨點和別名</translation>
    </message>
    <message>
        <source>不能用标签</source>
        <translation>不能用標籤</translation>
    </message>
    <message>
        <source>套得太深</source>
        <translation>巢狀太深</translation>
    </message>
    <message>
        <source>“{detail}”写了两次</source>
        <translation>「{detail}」寫了兩次</translation>
    </message>
    <message>
        <source>不认得“{detail}”</source>
        <translation>不認得「{detail}」</translation>
    </message>
    <message>
        <source>缺少“{detail}”</source>
        <translation>缺少「{detail}」</translation>
    </message>
    <message>
        <source>内容的类型不对</source>
        <translation>內容的類型不對</translation>
    </message>
    <message>
        <source>内容不对：{detail}</source>
        <translation>內容不對：{detail}</translation>
    </message>
    <message>
        <source>缺少 {detail} 的名称</source>
        <translation>缺少 {detail} 的名稱</translation>
    </message>
    <message>
        <source>没有“{detail}”这种字段</source>
        <translation>沒有「{detail}」這種欄位</translation>
    </message>
    <message>
        <source>没有“{detail}”这个阶段</source>
        <translation>沒有「{detail}」這個階段</translation>
    </message>
    <message>
        <source>没有“{detail}”这种案件状态</source>
        <translation>沒有「{detail}」這種案件狀態</translation>
    </message>
    <message>
        <source>没有“{detail}”这份选项表</source>
        <translation>沒有「{detail}」這份選項表</translation>
    </message>
    <message>
        <source>选项表里没有“{detail}”</source>
        <translation>選項表裡沒有「{detail}」</translation>
    </message>
    <message>
        <source>字段“{detail}”不在表单中</source>
        <translation>欄位「{detail}」不在表單中</translation>
    </message>
    <message>
        <source>条件写得不对：{detail}</source>
        <translation>條件寫得不對：{detail}</translation>
    </message>
    <message>
        <source>字段“{detail}”写了两次</source>
        <translation>欄位「{detail}」寫了兩次</translation>
    </message>
    <message>
        <source>选项“{detail}”写了两次</source>
        <translation>選項「{detail}」寫了兩次</translation>
    </message>
    <message>
        <source>分节“{detail}”写了两次</source>
        <translation>分節「{detail}」寫了兩次</translation>
    </message>
    <message>
        <source>字段互相等待：{detail}</source>
        <translation>欄位互相等待：{detail}</translation>
    </message>
    <message>
        <source>“{detail}”是固定名称，不能用在这种字段上</source>
        <translation>「{detail}」是固定名稱，不能用在這種欄位上</translation>
    </message>
    <message>
        <source>要开工单，表单先要立案件</source>
        <translation>要開工單，表單先要立案件</translation>
    </message>
    <message>
        <source>代码 {code}</source>
        <translation>代碼 {code}</translation>
    </message>
    <message>
        <source>表单定义没有采用：{why}。请告诉管理员；其他表单照常使用。</source>
        <translation>表單定義沒有採用：{why}。請告訴管理員；其他表單照常使用。</translation>
    </message>
    <message>
        <source>第 {} 行</source>
        <translation>第 {} 行</translation>
    </message>
    <message>
        <source>字段“{}”</source>
        <translation>欄位「{}」</translation>
    </message>
    <message>
        <source>{place}，{what}</source>
        <translation>{place}，{what}</translation>
    </message>
</context>
<context>
    <name>FloorPage</name>
    <message>
        <source>在席一览</source>
        <translation>在席一覽</translation>
    </message>
    <message>
        <source>还没有席位上线。席位登录后会出现在这里。</source>
        <translation>還沒有席位上線。席位登入後會出現在這裡。</translation>
    </message>
    <message>
        <source>对本人说的原因</source>
        <translation>對本人說的原因</translation>
    </message>
    <message>
        <source>会显示给本人，并记录是谁、为什么</source>
        <translation>會顯示給本人，並記錄是誰、為什麼</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>核准</translation>
    </message>
    <message>
        <source>请回席</source>
        <translation>請回席</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{} 以下是 {} 的情况。</source>
        <translation>{} 以下是 {} 的情況。</translation>
    </message>
    <message>
        <source>申请离席</source>
        <translation>申請離席</translation>
    </message>
    <message>
        <source>无人登录</source>
        <translation>無人登入</translation>
    </message>
    <message>
        <source>{} · {}</source>
        <translation>{} · {}</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>{} 起</translation>
    </message>
    <message>
        <source>{} · 同一工号在 {} 席：{}</source>
        <translation>{} · 同一工號在 {} 席：{}</translation>
    </message>
    <message>
        <source>{} 后没有消息：断网、关机或程序停了</source>
        <translation>{} 後沒有消息：斷網、關機或程式停了</translation>
    </message>
    <message>
        <source>今天共离席 {}</source>
        <translation>今天共離席 {}</translation>
    </message>
    <message>
        <source>延时：{}</source>
        <translation>延長：{}</translation>
    </message>
    <message>
        <source>未填原因</source>
        <translation>未填原因</translation>
    </message>
    <message>
        <source>最长 {}</source>
        <translation>最長 {}</translation>
    </message>
    <message>
        <source>没有事先申请</source>
        <translation>沒有事先申請</translation>
    </message>
    <message>
        <source>已获准</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>已获准，代岗 {}</source>
        <translation>已核准，代班 {}</translation>
    </message>
    <message>
        <source>席位现由 {} 使用</source>
        <translation>席位現由 {} 使用</translation>
    </message>
    <message>
        <source>超出 {}</source>
        <translation>超出 {}</translation>
    </message>
    <message>
        <source>{} 人申请离席</source>
        <translation>{} 人申請離席</translation>
    </message>
    <message>
        <source>{} 人超时</source>
        <translation>{} 人逾時</translation>
    </message>
    <message>
        <source>{} 席失联</source>
        <translation>{} 席失聯</translation>
    </message>
    <message>
        <source>{} 人同时在两席</source>
        <translation>{} 人同時在兩席</translation>
    </message>
    <message>
        <source>请先用方向键选一次申请。</source>
        <translation>請先用方向鍵選一次申請。</translation>
    </message>
    <message>
        <source>已答复，{} 马上看到。</source>
        <translation>已答覆，{} 馬上看到。</translation>
    </message>
    <message>
        <source>请先用方向键选一个席位。</source>
        <translation>請先用方向鍵選一個席位。</translation>
    </message>
    <message>
        <source>请先写原因：会显示给本人，并记录下来。</source>
        <translation>請先寫原因：會顯示給本人，並記錄下來。</translation>
    </message>
    <message>
        <source>已送到席位 {}，几秒内生效。</source>
        <translation>已送到席位 {}，幾秒內生效。</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>还差 {} 项：</source>
        <translation>還缺 {} 項：</translation>
    </message>
    <message>
        <source>另 {} 项</source>
        <translation>另 {} 項</translation>
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
        <source>{}（直接存）</source>
        <translation>{}（直接存）</translation>
    </message>
    <message>
        <source>{}（紧急）</source>
        <translation>{}（緊急）</translation>
    </message>
</context>
<context>
    <name>FormWindow</name>
    <message>
        <source>语言</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>結案</translation>
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
        <source>{} 第 {} 版</source>
        <translation>{} 第 {} 版</translation>
    </message>
    <message>
        <source>预览：{}</source>
        <translation>預覽：{}</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>有人离开了中心，正在给本席换钥匙。数据都在，请稍等…</source>
        <translation>有人離開了中心，正在給本席換鑰匙。資料都在，請稍等…</translation>
    </message>
</context>
<context>
    <name>GroupedPage</name>
    <message>
        <source>工单列表</source>
        <translation>工單列表</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
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
    <name>HeadLine</name>
    <message>
        <source>冲突</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>{} 项冲突</source>
        <translation>{} 項衝突</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>帮助</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>帮助的各页</source>
        <translation>說明的各頁</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>尋找</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>请来电人说出以下 {} 项，说对才可以告知本人的资料</source>
        <translation>請來電者說出以下 {} 項，說對才可以告知本人的資料</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>填在表单里的已经对过。Space 勾选 · Enter 确认 · Esc 返回</source>
        <translation>填在表單裡的已經對過。Space 勾選 · Enter 確認 · Esc 返回</translation>
    </message>
    <message>
        <source>还差 {} 项。没有说对的，不要告知任何个人资料。</source>
        <translation>還差 {} 項。沒有說對的，不要告知任何個人資料。</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>导入旧记录</source>
        <translation>匯入舊紀錄</translation>
    </message>
    <message>
        <source>选一个 CSV 或 Excel 文件，或把它拖到这里。</source>
        <translation>選一個 CSV 或 Excel 檔案，或把它拖到這裡。</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>读对照表</source>
        <translation>載入對照表</translation>
    </message>
    <message>
        <source>存对照表</source>
        <translation>儲存對照表</translation>
    </message>
    <message>
        <source>先检查一遍</source>
        <translation>先檢查一遍</translation>
    </message>
    <message>
        <source>开始导入</source>
        <translation>開始匯入</translation>
    </message>
    <message>
        <source>正在导入另一个文件，等它完了再换。</source>
        <translation>正在匯入另一個檔案，等它完了再換。</translation>
    </message>
    <message>
        <source>表格 (*.csv *.tsv *.txt *.xlsx);;所有文件 (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>选择要导入的文件</source>
        <translation>選擇要匯入的檔案</translation>
    </message>
    <message>
        <source>对照表没有存下来（{}）。页面上的还在。</source>
        <translation>對照表沒有存下來（{}）。頁面上的還在。</translation>
    </message>
    <message>
        <source>对照表已存为 {}。</source>
        <translation>對照表已存為 {}。</translation>
    </message>
</context>
<context>
    <name>Imported</name>
    <message>
        <source>没有来电时间。</source>
        <translation>沒有來電時間。</translation>
    </message>
    <message>
        <source>时间“{typed}”读不懂。</source>
        <translation>時間「{typed}」讀不懂。</translation>
    </message>
    <message>
        <source>来电时间在将来。</source>
        <translation>來電時間在將來。</translation>
    </message>
    <message>
        <source>受理渠道“{typed}”不在选项中。</source>
        <translation>受理管道「{typed}」不在選項中。</translation>
    </message>
    <message>
        <source>“{typed}”看不出是否结案。</source>
        <translation>「{typed}」看不出是否結案。</translation>
    </message>
    <message>
        <source>这一行有 {have} 格，表头只有 {want} 格。</source>
        <translation>這一列有 {have} 格，表頭只有 {want} 格。</translation>
    </message>
    <message>
        <source>引号没有合上，这一格吞了后面 {lines} 行。</source>
        <translation>引號沒有合上，這一格吞了後面 {lines} 行。</translation>
    </message>
    <message>
        <source>有的字不是 {encoding} 编码，读不出来。</source>
        <translation>有的字不是 {encoding} 編碼，讀不出來。</translation>
    </message>
    <message>
        <source>编号是空的。</source>
        <translation>編號是空的。</translation>
    </message>
    <message>
        <source>编号“{typed}”在第 {line} 行已有，内容不同。</source>
        <translation>編號「{typed}」在第 {line} 行已有，內容不同。</translation>
    </message>
    <message>
        <source>（列“{}”）</source>
        <translation>（欄「{}」）</translation>
    </message>
    <message>
        <source>（没有对应的列）</source>
        <translation>（沒有對應的欄）</translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation>來電時間</translation>
    </message>
    <message>
        <source>是否结案</source>
        <translation>是否結案</translation>
    </message>
    <message>
        <source>结案时间</source>
        <translation>結案時間</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>受理管道</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>文件打不开（{detail}）。请核对路径，或先关掉正占用它的程序。</source>
        <translation>檔案打不開（{detail}）。請核對路徑，或先關掉正占用它的程式。</translation>
    </message>
    <message>
        <source>文件是空的，没有导入什么。</source>
        <translation>檔案是空的，沒有匯入什麼。</translation>
    </message>
    <message>
        <source>文件只有表头，没有数据行。</source>
        <translation>檔案只有表頭，沒有資料列。</translation>
    </message>
    <message>
        <source>这是网页格式，不是表格。请在 Excel 里打开，另存为 .xlsx 再导入。</source>
        <translation>這是網頁格式，不是表格。請在 Excel 裡開啟，另存為 .xlsx 再匯入。</translation>
    </message>
    <message>
        <source>这是旧版 .xls，或加了密码的文件。请在 Excel 里去掉密码、另存为 .xlsx 再导入。</source>
        <translation>這是舊版 .xls，或加了密碼的檔案。請在 Excel 裡去掉密碼、另存為 .xlsx 再匯入。</translation>
    </message>
    <message>
        <source>这个 .xlsx 已损坏，读不下去。请在 Excel 里打开、另存一份再导入。</source>
        <translation>這個 .xlsx 已損壞，讀不下去。請在 Excel 裡開啟、另存一份再匯入。</translation>
    </message>
    <message>
        <source>这个 .xlsx 展开后太大，为安全没有打开。请分成几个文件再导入。</source>
        <translation>這個 .xlsx 展開後太大，為安全沒有開啟。請分成幾個檔案再匯入。</translation>
    </message>
    <message>
        <source>表头有 {detail} 列，太多了。请删掉用不到的列再导入。</source>
        <translation>表頭有 {detail} 欄，太多了。請刪掉用不到的欄再匯入。</translation>
    </message>
    <message>
        <source>第 {line} 行有一格太大，读不下去，多半是引号没有合上。</source>
        <translation>第 {line} 行有一格太大，讀不下去，多半是引號沒有合上。</translation>
    </message>
    <message>
        <source>不能按编码 {detail} 读这个文件。请换一种编码。</source>
        <translation>不能按編碼 {detail} 讀這個檔案。請換一種編碼。</translation>
    </message>
    <message>
        <source>表里没有列“{column}”（对照表要它作“{feeds}”）。请改对照表，或换文件。</source>
        <translation>表裡沒有欄「{column}」（對照表要它作「{feeds}」）。請改對照表，或換檔案。</translation>
    </message>
    <message>
        <source>您的工号不能导入。请告诉值班长或管理员。</source>
        <translation>您的工號不能匯入。請告訴值班長或管理員。</translation>
    </message>
    <message>
        <source>没有地方写退回的行：源文件的文件夹和个人文件夹都写不进去。什么都没有导入；请换个位置。</source>
        <translation>沒有地方寫退回的列：來源檔案的資料夾和個人資料夾都寫不進去。什麼都沒有匯入；請換個位置。</translation>
    </message>
    <message>
        <source>对照表没有采用：{why}。什么都没有导入。</source>
        <translation>對照表沒有採用：{why}。什麼都沒有匯入。</translation>
    </message>
    <message>
        <source>导入 {n} 条</source>
        <translation>匯入 {n} 筆</translation>
    </message>
    <message>
        <source>可以导入 {n} 条（这次没有写入）</source>
        <translation>可以匯入 {n} 筆（這次沒有寫入）</translation>
    </message>
    <message>
        <source>{n} 条早已在本席</source>
        <translation>{n} 筆早已在本席</translation>
    </message>
    <message>
        <source>{n} 条没有导入</source>
        <translation>{n} 筆沒有匯入</translation>
    </message>
    <message>
        <source>中途停下，已导入的都在，再导一次会接着来</source>
        <translation>中途停下，已匯入的都在，再匯一次會接著來</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
    <message>
        <source>。</source>
        <translation>。</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>行號</translation>
    </message>
    <message>
        <source>没有导入的原因</source>
        <translation>沒有匯入的原因</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>直接存：{}</source>
        <translation>直接存：{}</translation>
    </message>
    <message>
        <source>紧急：先记地址和电话</source>
        <translation>緊急：先記地址和電話</translation>
    </message>
    <message>
        <source>改用别的表单（已填的留着）</source>
        <translation>改用別的表單（已填的留著）</translation>
    </message>
    <message>
        <source>复核这条受理</source>
        <translation>複核這筆受理</translation>
    </message>
    <message>
        <source>没有正在填的受理，不用改。新建请按 F2。</source>
        <translation>沒有正在填的受理，不用改。新建請按 F2。</translation>
    </message>
    <message>
        <source>本中心没有紧急表单。按 F2 选表单。</source>
        <translation>本中心沒有緊急表單。按 F2 選表單。</translation>
    </message>
    <message>
        <source>已保存 {}：{}。</source>
        <translation>已儲存 {}：{}。</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>这里没有要复核的受理记录。要复核的列在左边“待复核”。</source>
        <translation>這裡沒有要複核的受理紀錄。要複核的列在左邊「待複核」。</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>同一事项，见案件 {}。</source>
        <translation>同一事項，見案件 {}。</translation>
    </message>
    <message>
        <source>已加为案件 {} 的第 {} 位来电人。</source>
        <translation>已加為案件 {} 的第 {} 位來電者。</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>按键</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Esc 关闭 · Ctrl+K 按名字找任何动作</source>
        <translation>Esc 關閉 · Ctrl+K 按名稱找任何動作</translation>
    </message>
    <message>
        <source>随处可按</source>
        <translation>隨處可按</translation>
    </message>
    <message>
        <source>表单与提示</source>
        <translation>表單與提示</translation>
    </message>
    <message>
        <source>这里</source>
        <translation>這裡</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>派工</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>保存受理（Enter 从不提交）</source>
        <translation>儲存受理（Enter 不會送出）</translation>
    </message>
    <message>
        <source>打印派工单；工单列表：打印所选的</source>
        <translation>列印派工單；工單列表：列印所選的</translation>
    </message>
    <message>
        <source>去下一个要填的（多行文字里也行）</source>
        <translation>去下一個要填的（多行文字裡也行）</translation>
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
        <source>撤回这一项的回答（Ctrl+Shift+Z 恢复）</source>
        <translation>復原這一欄的回答（Ctrl+Shift+Z 重做）</translation>
    </message>
    <message>
        <source>采用类别建议</source>
        <translation>採用類別建議</translation>
    </message>
    <message>
        <source>展开或收起话术</source>
        <translation>展開或收起話術</translation>
    </message>
    <message>
        <source>核对来电人身份</source>
        <translation>核對來電者身分</translation>
    </message>
    <message>
        <source>复核：登记漏登、错登（无误 Ctrl+Enter）；整体派工：这次不派</source>
        <translation>複核：登記漏登、錯登（無誤 Ctrl+Enter）；整批派工：這次不派</translation>
    </message>
    <message>
        <source>同一件事：把来电人加到已有的案件</source>
        <translation>同一件事：把來電者加到已有的案件</translation>
    </message>
    <message>
        <source>作废派工单时：只作废，不另开</source>
        <translation>作廢派工單時：只作廢，不另開</translation>
    </message>
    <message>
        <source>来电人的档案：合并、拆开、标记</source>
        <translation>來電者的檔案：合併、拆開、標記</translation>
    </message>
    <message>
        <source>列表：筛选（Alt+C 清除）</source>
        <translation>清單：篩選（Alt+C 清除）</translation>
    </message>
    <message>
        <source>列表：复制所选行（Ctrl+Shift+C 带表头）</source>
        <translation>清單：複製所選列（Ctrl+Shift+C 帶表頭）</translation>
    </message>
    <message>
        <source>列表：导出 XLSX 或 CSV</source>
        <translation>清單：匯出 XLSX 或 CSV</translation>
    </message>
    <message>
        <source>列表：打印</source>
        <translation>清單：列印</translation>
    </message>
    <message>
        <source>列表：显示号码</source>
        <translation>清單：顯示號碼</translation>
    </message>
    <message>
        <source>列表：复制号码</source>
        <translation>清單：複製號碼</translation>
    </message>
    <message>
        <source>打开这条记录的冲突</source>
        <translation>開啟這筆紀錄的衝突</translation>
    </message>
    <message>
        <source>案件、工单：退回；请示：转上一级；离席申请：拒绝</source>
        <translation>案件、工單：退回；請示：轉上一級；離席申請：拒絕</translation>
    </message>
    <message>
        <source>工单：已电话通知</source>
        <translation>工單：已電話通知</translation>
    </message>
    <message>
        <source>回电：由我回电</source>
        <translation>回電：由我回電</translation>
    </message>
    <message>
        <source>回电：开一张受理</source>
        <translation>回電：開一張受理</translation>
    </message>
    <message>
        <source>最上面一条提示的那一步；来电：受理</source>
        <translation>最上面一條提示的那一步；來電：受理</translation>
    </message>
    <message>
        <source>列表：视图（存下筛选、排序和列，或换成存过的）和列</source>
        <translation>清單：檢視（存下篩選、排序和欄，或換成存過的）和欄</translation>
    </message>
    <message>
        <source>选第几个（按钮排开时）</source>
        <translation>選第幾個（按鈕排開時）</translation>
    </message>
    <message>
        <source>拼音首字母筛选，↓ 打开列表</source>
        <translation>拼音首字母篩選，↓ 開啟清單</translation>
    </message>
    <message>
        <source>选中，去下一个要填的</source>
        <translation>選取，去下一個要填的</translation>
    </message>
    <message>
        <source>勾选或取消第几个</source>
        <translation>勾選或取消第幾個</translation>
    </message>
    <message>
        <source>移动，空格勾选</source>
        <translation>移動，空白鍵勾選</translation>
    </message>
    <message>
        <source>是、否（1、2 也行）</source>
        <translation>是、否（1、2 也行）</translation>
    </message>
    <message>
        <source>打勾</source>
        <translation>打勾</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>換行</translation>
    </message>
    <message>
        <source>下一个空，没有就下一项</source>
        <translation>下一個空，沒有就下一欄</translation>
    </message>
    <message>
        <source>或 11-21 9:30、明天下午三点</source>
        <translation>或 11-21 9:30、明天下午三點</translation>
    </message>
    <message>
        <source>第几张表单</source>
        <translation>第幾張表單</translation>
    </message>
    <message>
        <source>案件：记一笔</source>
        <translation>案件：記一筆</translation>
    </message>
    <message>
        <source>案件：照片、录音</source>
        <translation>案件：照片、錄音</translation>
    </message>
    <message>
        <source>案件、工单：更多可做的事</source>
        <translation>案件、工單：更多可做的事</translation>
    </message>
    <message>
        <source>工单、核实：催办</source>
        <translation>工單、核實：催辦</translation>
    </message>
    <message>
        <source>置换通气结单：由我结单，或不由我</source>
        <translation>置換通氣結單：由我結單，或不由我</translation>
    </message>
    <message>
        <source>案件：投诉的下一步</source>
        <translation>案件：客訴的下一步</translation>
    </message>
    <message>
        <source>冲突：用我的；离线登录：是我</source>
        <translation>衝突：用我的；離線登入：是我</translation>
    </message>
    <message>
        <source>冲突：用对方的；离线登录：不是我</source>
        <translation>衝突：用對方的；離線登入：不是我</translation>
    </message>
    <message>
        <source>冲突：改成别的</source>
        <translation>衝突：改成別的</translation>
    </message>
    <message>
        <source>收起正在问的几项，什么也不变</source>
        <translation>收起正在問的幾項，什麼也不變</translation>
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
    <name>LeaveNotes</name>
    <message>
        <source>有 {} 人申请离席，等您答复。</source>
        <translation>有 {} 人申請離席，等您答覆。</translation>
    </message>
    <message>
        <source>去答复</source>
        <translation>去答覆</translation>
    </message>
    <message>
        <source>离席已获准：{}。走的时候按 {} 锁定。</source>
        <translation>離席已核准：{}。走的時候按 {} 鎖定。</translation>
    </message>
    <message>
        <source>离席没有获准：{}。{}</source>
        <translation>離席沒有核准：{}。{}</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>申请离席</source>
        <translation>申請離席</translation>
    </message>
    <message>
        <source>离席之前先申请，值班长答复后在这里看得到</source>
        <translation>離席之前先申請，值班長答覆後在這裡看得到</translation>
    </message>
    <message>
        <source>申请过的离席</source>
        <translation>申請過的離席</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>送出申请</source>
        <translation>送出申請</translation>
    </message>
    <message>
        <source>离席原因</source>
        <translation>離席原因</translation>
    </message>
    <message>
        <source>从何时起</source>
        <translation>從何時起</translation>
    </message>
    <message>
        <source>多少分钟</source>
        <translation>多少分鐘</translation>
    </message>
    <message>
        <source>代岗人</source>
        <translation>代班人</translation>
    </message>
    <message>
        <source>工号或姓名</source>
        <translation>工號或姓名</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>不要写客户或健康情况</source>
        <translation>不要寫客戶或健康情況</translation>
    </message>
    <message>
        <source>这次申请</source>
        <translation>這次申請</translation>
    </message>
    <message>
        <source>申请已存下，送到中心后值班长就看得到。</source>
        <translation>申請已存下，送到中心後值班長就看得到。</translation>
    </message>
    <message>
        <source>请先用方向键选一次申请。</source>
        <translation>請先用方向鍵選一次申請。</translation>
    </message>
    <message>
        <source>申请已撤回。</source>
        <translation>申請已撤回。</translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>{why} · {start} 起 {longest}</source>
        <translation>{why} · {start} 起 {longest}</translation>
    </message>
    <message>
        <source>代岗 {}</source>
        <translation>代班 {}</translation>
    </message>
    <message>
        <source>{who} 没有批准：{why}</source>
        <translation>{who} 沒有核准：{why}</translation>
    </message>
</context>
<context>
    <name>LeftPage</name>
    <message>
        <source>遗留草稿</source>
        <translation>遺留草稿</translation>
    </message>
    <message>
        <source>本席没有别人留下的草稿，也没有人锁着没回来。</source>
        <translation>本席沒有別人留下的草稿，也沒有人鎖著沒回來。</translation>
    </message>
    <message>
        <source>打开看</source>
        <translation>打開看</translation>
    </message>
    <message>
        <source>{} 份草稿</source>
        <translation>{} 份草稿</translation>
    </message>
    <message>
        <source>没有记录在哪里</source>
        <translation>沒有記錄在哪裡</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>{} 起</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
    <message>
        <source>最后改动 {}</source>
        <translation>最後改動 {}</translation>
    </message>
    <message>
        <source>用方向键选一份草稿，再按 Enter 打开。</source>
        <translation>用方向鍵選一份草稿，再按 Enter 打開。</translation>
    </message>
</context>
<context>
    <name>LikelyBox</name>
    <message>
        <source>加为来电人</source>
        <translation>加為來電者</translation>
    </message>
    <message>
        <source>可能是同一件事的案件</source>
        <translation>可能是同一件事的案件</translation>
    </message>
    <message>
        <source>这通来电并入案件 {}：{}。补齐后按 Ctrl+Enter 保存。</source>
        <translation>這通來電併入案件 {}：{}。補齊後按 Ctrl+Enter 儲存。</translation>
    </message>
    <message>
        <source>不并入</source>
        <translation>不併入</translation>
    </message>
    <message>
        <source>可能是同一件事 {}</source>
        <translation>可能是同一件事 {}</translation>
    </message>
    <message>
        <source>{}前</source>
        <translation>{}前</translation>
    </message>
    <message>
        <source>{} 人来电</source>
        <translation>{} 人來電</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>列表：{}</source>
        <translation>清單：{}</translation>
    </message>
</context>
<context>
    <name>ListNames</name>
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
        <source>客户</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>回电</source>
        <translation>回電</translation>
    </message>
    <message>
        <source>核实登记</source>
        <translation>核實登記</translation>
    </message>
    <message>
        <source>派工单登记簿</source>
        <translation>派工單登記簿</translation>
    </message>
    <message>
        <source>号码查看记录</source>
        <translation>號碼查看紀錄</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>导出…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>新增受理</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>还没有受理记录。</source>
        <translation>還沒有受理紀錄。</translation>
    </message>
    <message>
        <source>还没有{}：受理保存之后，这里就会有。</source>
        <translation>還沒有{}：受理儲存之後，這裡就會有。</translation>
    </message>
    <message>
        <source>没有符合筛选的{}。</source>
        <translation>沒有符合篩選的{}。</translation>
    </message>
    <message>
        <source>视图</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>存下筛选、排序和列，或换成存过的；显示哪些列</source>
        <translation>存下篩選、排序和欄，或換成存過的；顯示哪些欄</translation>
    </message>
    <message>
        <source>这是对整个列表做的，没有单条可打开。</source>
        <translation>這是對整個清單做的，沒有單筆可打開。</translation>
    </message>
    <message>
        <source>列</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>没有欠过回电：未接来电、留言和承诺的回电会列在这里。</source>
        <translation>沒有欠過回電：未接來電、留言和承諾的回電會列在這裡。</translation>
    </message>
    <message>
        <source>还没有请监督员核实、核查过：在案件上请求之后会登记在这里。</source>
        <translation>還沒有請巡查員核實、核查過：在案件上請求之後會登記在這裡。</translation>
    </message>
    <message>
        <source>还没有打印过派工单：每次打印、补打、作废都会登记在这里。</source>
        <translation>還沒有列印過派工單：每次列印、補印、作廢都會登記在這裡。</translation>
    </message>
    <message>
        <source>还没有人显示、复制、导出或打印过号码。</source>
        <translation>還沒有人顯示、複製、匯出或列印過號碼。</translation>
    </message>
    <message>
        <source>按{}倒序</source>
        <translation>按{}倒序</translation>
    </message>
    <message>
        <source>按{}顺序</source>
        <translation>按{}順序</translation>
    </message>
    <message>
        <source>前 {} 条，请再输入几个字</source>
        <translation>前 {} 筆，請再輸入幾個字</translation>
    </message>
    <message>
        <source>已列 {} 条…</source>
        <translation>已列 {} 筆…</translation>
    </message>
    <message>
        <source>共 {} 条</source>
        <translation>共 {} 筆</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>恢复默认的列</source>
        <translation>恢復預設的欄</translation>
    </message>
</context>
<context>
    <name>ListPreview</name>
    <message>
        <source>预览 {}</source>
        <translation>預覽 {}</translation>
    </message>
    <message>
        <source>每一页都有“{}”的水印；打印或另存会留下记录，只看不记。</source>
        <translation>每一頁都有「{}」的浮水印；列印或另存會留下紀錄，只看不記。</translation>
    </message>
</context>
<context>
    <name>ListPrints</name>
    <message>
        <source>{} 已送 {}。</source>
        <translation>{} 已送 {}。</translation>
    </message>
    <message>
        <source>{} 已另存为 {}。</source>
        <translation>{} 已另存為 {}。</translation>
    </message>
    <message>
        <source>打开 PDF</source>
        <translation>開啟 PDF</translation>
    </message>
    <message>
        <source>{}，{} 没有送出，没有留下文件。请换一台打印机。</source>
        <translation>{}，{} 沒有送出，沒有留下檔案。請換一台印表機。</translation>
    </message>
    <message>
        <source>{} 没有存成 PDF（代码 {}），没有留下文件。请换个地方再存。</source>
        <translation>{} 沒有存成 PDF（代碼 {}），沒有留下檔案。請換個地方再存。</translation>
    </message>
</context>
<context>
    <name>ListViews</name>
    <message>
        <source>视图名称</source>
        <translation>檢視名稱</translation>
    </message>
    <message>
        <source>存为视图</source>
        <translation>存為檢視</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>存为视图…</source>
        <translation>存為檢視…</translation>
    </message>
    <message>
        <source>删除视图</source>
        <translation>刪除檢視</translation>
    </message>
    <message>
        <source>视图还没有名称。</source>
        <translation>檢視還沒有名稱。</translation>
    </message>
    <message>
        <source>最多存 {} 个视图：先删除一个。</source>
        <translation>最多存 {} 個檢視：先刪除一個。</translation>
    </message>
    <message>
        <source>已存为视图「{}」。</source>
        <translation>已存為檢視「{}」。</translation>
    </message>
    <message>
        <source>已删除视图「{}」。</source>
        <translation>已刪除檢視「{}」。</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>编号</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation>來電時間</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>受理時間</translation>
    </message>
    <message>
        <source>派工时间</source>
        <translation>派工時間</translation>
    </message>
    <message>
        <source>最近来电</source>
        <translation>最近來電</translation>
    </message>
    <message>
        <source>建档时间</source>
        <translation>建檔時間</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>欠项</source>
        <translation>待補項目</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>承辦人</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>首問責任人</translation>
    </message>
    <message>
        <source>派工人</source>
        <translation>派工人</translation>
    </message>
    <message>
        <source>受理渠道</source>
        <translation>受理管道</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>受理记录</source>
        <translation>受理紀錄</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>滞留</source>
        <translation>滯留</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>班組</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>派工單</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>未結</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>誰</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>做了什麼</translation>
    </message>
    <message>
        <source>哪一类</source>
        <translation>哪一類</translation>
    </message>
    <message>
        <source>哪一条</source>
        <translation>哪一筆</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>欠下</source>
        <translation>欠下</translation>
    </message>
    <message>
        <source>试过</source>
        <translation>試過</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>線路</translation>
    </message>
    <message>
        <source>服务时间外</source>
        <translation>服務時間外</translation>
    </message>
    <message>
        <source>办完</source>
        <translation>辦完</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>巡查員</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>请求时间</source>
        <translation>請求時間</translation>
    </message>
    <message>
        <source>请求人</source>
        <translation>請求人</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>催辦</translation>
    </message>
    <message>
        <source>谁来结单</source>
        <translation>誰來結單</translation>
    </message>
    <message>
        <source>答复时间</source>
        <translation>答覆時間</translation>
    </message>
    <message>
        <source>派工单号</source>
        <translation>派工單號</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>第几次</source>
        <translation>第幾次</translation>
    </message>
    <message>
        <source>联次</source>
        <translation>聯次</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>作廢原因</translation>
    </message>
    <message>
        <source>替代与被替代</source>
        <translation>替代與被替代</translation>
    </message>
    <message>
        <source>有冲突待处理</source>
        <translation>有衝突待處理</translation>
    </message>
    <message>
        <source>其他席位</source>
        <translation>其他席位</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>已超 {span}</source>
        <translation>已逾 {span}</translation>
    </message>
    <message>
        <source>还有 {span}</source>
        <translation>還有 {span}</translation>
    </message>
    <message>
        <source>滞留（分钟）</source>
        <translation>滯留（分鐘）</translation>
    </message>
    <message>
        <source>Alt+V 显示号码</source>
        <translation>Alt+V 顯示號碼</translation>
    </message>
    <message>
        <source>完整</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>掩码</source>
        <translation>遮罩</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>{} {} 已锁定</source>
        <translation>{} {} 已鎖定</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>解锁  Enter</source>
        <translation>解鎖  Enter</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>換人登入</translation>
    </message>
    <message>
        <source>请把话机也设为离席或示忙。</source>
        <translation>請把話機也設為離席或示忙。</translation>
    </message>
    <message>
        <source>{} 起 · 已离开 {}，超出 {}</source>
        <translation>{} 起 · 已離開 {}，超出 {}</translation>
    </message>
    <message>
        <source>{} 起 · 已离开 {}，最长 {}</source>
        <translation>{} 起 · 已離開 {}，最長 {}</translation>
    </message>
    <message>
        <source>{} 起 · 已离开 {}</source>
        <translation>{} 起 · 已離開 {}</translation>
    </message>
    <message>
        <source> · 代岗 {}</source>
        <translation> · 代班 {}</translation>
    </message>
    <message>
        <source>已获准</source>
        <translation>已核准</translation>
    </message>
</context>
<context>
    <name>MapEditor</name>
    <message>
        <source>字段</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>表里的列</source>
        <translation>表裡的欄</translation>
    </message>
    <message>
        <source>空着或认不出时用</source>
        <translation>空著或認不出時用</translation>
    </message>
    <message>
        <source>未提供：{}</source>
        <translation>未提供：{}</translation>
    </message>
</context>
<context>
    <name>MarkNotes</name>
    <message>
        <source>有 {} 个客户标记等您确认：核实后在来电人的“档案”里确认或驳回。</source>
        <translation>有 {} 個客戶標記等您確認：核實後在來電者的「檔案」裡確認或駁回。</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>MatterPart</name>
    <message>
        <source>记一笔</source>
        <translation>記一筆</translation>
    </message>
    <message>
        <source>相关案件</source>
        <translation>相關案件</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>{} 补记</source>
        <translation>{} 補記</translation>
    </message>
    <message>
        <source>更正前面的一笔</source>
        <translation>更正前面的一筆</translation>
    </message>
    <message>
        <source>已更正，见后面的一笔</source>
        <translation>已更正，見後面的一筆</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>發生時間</translation>
    </message>
    <message>
        <source>记什么</source>
        <translation>記什麼</translation>
    </message>
    <message>
        <source>写经过和事实；写错了用“更正一笔”，原来的会留着</source>
        <translation>寫經過和事實；寫錯了用「更正一筆」，原來的會留著</translation>
    </message>
    <message>
        <source>已记下。</source>
        <translation>已記下。</translation>
    </message>
    <message>
        <source>更正哪一笔</source>
        <translation>更正哪一筆</translation>
    </message>
    <message>
        <source>应当是</source>
        <translation>應當是</translation>
    </message>
    <message>
        <source>原来的一笔划掉后留着</source>
        <translation>原來的一筆劃掉後留著</translation>
    </message>
    <message>
        <source>更正一笔</source>
        <translation>更正一筆</translation>
    </message>
    <message>
        <source>已更正，原来的留着。</source>
        <translation>已更正，原來的留著。</translation>
    </message>
    <message>
        <source>还没有传到本席</source>
        <translation>還沒有傳到本席</translation>
    </message>
    <message>
        <source>案件编号</source>
        <translation>案件編號</translation>
    </message>
    <message>
        <source>例如 AA03-00042-K</source>
        <translation>例如 AA03-00042-K</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>关联另一案件</source>
        <translation>關聯另一案件</translation>
    </message>
    <message>
        <source>已关联。</source>
        <translation>已關聯。</translation>
    </message>
    <message>
        <source>拆出的事项</source>
        <translation>拆出的事項</translation>
    </message>
    <message>
        <source>写事项，不写姓名和电话</source>
        <translation>寫事項，不寫姓名和電話</translation>
    </message>
    <message>
        <source>为什么拆</source>
        <translation>為什麼拆</translation>
    </message>
    <message>
        <source>已拆出一件，时限照旧。</source>
        <translation>已拆出一件，時限照舊。</translation>
    </message>
    <message>
        <source>拆分案件</source>
        <translation>拆分案件</translation>
    </message>
    <message>
        <source>已取消关联，原来的记录留着。</source>
        <translation>已取消關聯，原來的記錄留著。</translation>
    </message>
    <message>
        <source>来电人还没有核对身份（Alt+I），处理单上有本人的资料，没有打开。</source>
        <translation>來電人尚未核對身分（Alt+I），處理單上有本人的資料，沒有開啟。</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>打印处理单只有 {} 可以，请他们打印。</source>
        <translation>列印處理單只有 {} 可以，請他們列印。</translation>
    </message>
    <message>
        <source>取消与 {} 的关联</source>
        <translation>取消與 {} 的關聯</translation>
    </message>
    <message>
        <source>打印处理单</source>
        <translation>列印處理單</translation>
    </message>
</context>
<context>
    <name>MessagePart</name>
    <message>
        <source>已电话通知</source>
        <translation>已電話通知</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>已打电话告诉 {}</source>
        <translation>已打電話告訴 {}</translation>
    </message>
    <message>
        <source>再发一次通知：{}</source>
        <translation>再發一次通知：{}</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>试过 {} 次</source>
        <translation>試過 {} 次</translation>
    </message>
</context>
<context>
    <name>MessageStrips</name>
    <message>
        <source>打开工单</source>
        <translation>開啟工單</translation>
    </message>
    <message>
        <source>工单 {} 请打电话通知 {} {}。</source>
        <translation>工單 {} 請打電話通知 {} {}。</translation>
    </message>
    <message>
        <source>工单 {} 没有通知到 {}：{}。请打电话，再记下“已电话通知”。</source>
        <translation>工單 {} 沒有通知到 {}：{}。請打電話，再記下「已電話通知」。</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>您的密码是管理员设的，只能用来登录这一次。请换一个只有您知道的。</source>
        <translation>您的密碼是管理員設的，只能用來登入這一次。請換一個只有您知道的。</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>再輸一次</translation>
    </message>
    <message>
        <source>换密码并登录  Enter</source>
        <translation>換密碼並登入  Enter</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>至少 12 个字符，或 4 个词。</source>
        <translation>至少 12 個字元，或 4 個詞。</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>已有 {} 没有与中心库同步。记录都在本机，不会丢；请检查网络，或告诉值班长。</source>
        <translation>已有 {} 未與中心資料庫同步。紀錄都在本機，不會遺失；請檢查網路，或告知值班長。</translation>
    </message>
    <message>
        <source>现在再试</source>
        <translation>現在再試</translation>
    </message>
    <message>
        <source>{} 秒后锁定，按任意键继续</source>
        <translation>{} 秒後鎖定，按任意鍵繼續</translation>
    </message>
    <message>
        <source>您有 {} 次离线登录待确认。</source>
        <translation>您有 {} 次離線登入待確認。</translation>
    </message>
    <message>
        <source>去确认</source>
        <translation>去確認</translation>
    </message>
    <message>
        <source>这台电脑的时间比中心库慢 {}，时限会算错。请校正系统时间，或告诉管理员。</source>
        <translation>這台電腦的時間比中心資料庫慢 {}，時限會算錯。請校正系統時間，或告訴管理員。</translation>
    </message>
    <message>
        <source>这台电脑的时间比中心库快 {}，时限会算错。请校正系统时间，或告诉管理员。</source>
        <translation>這台電腦的時間比中心資料庫快 {}，時限會算錯。請校正系統時間，或告訴管理員。</translation>
    </message>
    <message>
        <source>席位代码改为 {}，已有编号不变：本机数据是副本，另一份还在用。请告诉管理员。</source>
        <translation>席位代碼改為 {}，已有編號不變：本機資料是副本，另一份還在用。請告知管理員。</translation>
    </message>
    <message>
        <source>有 {} 条记录中心库没有接受，或与别席冲突。两边的内容都留着。</source>
        <translation>有 {} 筆紀錄中心資料庫沒有接受，或與他席衝突。兩邊的內容都保留。</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>电话要完整的吗？</source>
        <translation>電話要完整的嗎？</translation>
    </message>
    <message>
        <source>完整号码是客户的隐私：请妥善保管，用完就销毁。这一步会留下记录。</source>
        <translation>完整號碼是客戶的隱私：請妥善保管，用完就銷毀。這一步會留下紀錄。</translation>
    </message>
    <message>
        <source>只要掩码</source>
        <translation>只要遮罩</translation>
    </message>
    <message>
        <source>要完整号码</source>
        <translation>要完整號碼</translation>
    </message>
    <message>
        <source>都不要</source>
        <translation>都不要</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>类别建议</source>
        <translation>類別建議</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>类别建议，依据“{}”</source>
        <translation>類別建議，依據「{}」</translation>
    </message>
</context>
<context>
    <name>OrderActs</name>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>發生時間</translation>
    </message>
    <message>
        <source>用户签字</source>
        <translation>用戶簽字</translation>
    </message>
    <message>
        <source>上门的人</source>
        <translation>到府人員</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>依据哪一条</source>
        <translation>依據哪一條</translation>
    </message>
    <message>
        <source>加派哪个单位</source>
        <translation>加派哪個單位</translation>
    </message>
    <message>
        <source>改派到</source>
        <translation>改派到</translation>
    </message>
    <message>
        <source>最迟时间</source>
        <translation>最遲時間</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>打印派工单</source>
        <translation>列印派工單</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>更多</translation>
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
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>派工單</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>已催 {} 次</source>
        <translation>已催 {} 次</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>加派</source>
        <translation>加派</translation>
    </message>
    <message>
        <source>谁来结单</source>
        <translation>誰來結單</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>工單</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>內容</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>改派：{}</source>
        <translation>改派：{}</translation>
    </message>
    <message>
        <source>{why}（{rule}）</source>
        <translation>{why}（{rule}）</translation>
    </message>
    <message>
        <source>按街道分片（CASE-5）</source>
        <translation>依街道分片（CASE-5）</translation>
    </message>
    <message>
        <source>按表单“{}”的规则</source>
        <translation>依表單「{}」的規則</translation>
    </message>
    <message>
        <source>座席员选定</source>
        <translation>客服人員選定</translation>
    </message>
    <message>
        <source>座席员选定：{}</source>
        <translation>客服人員選定：{}</translation>
    </message>
    <message>
        <source>工单 {} 已开，等整体派工。</source>
        <translation>工單 {} 已開，等整批派工。</translation>
    </message>
    <message>
        <source>工单 {} 已派出。</source>
        <translation>工單 {} 已派出。</translation>
    </message>
    <message>
        <source>工单 {number} 已催 {n} 次。</source>
        <translation>工單 {number} 已催 {n} 次。</translation>
    </message>
    <message>
        <source>工单 {number}：{did}。</source>
        <translation>工單 {number}：{did}。</translation>
    </message>
    <message>
        <source>开单</source>
        <translation>開單</translation>
    </message>
    <message>
        <source>{} 补记</source>
        <translation>{} 補記</translation>
    </message>
    <message>
        <source>最迟 {}</source>
        <translation>最遲 {}</translation>
    </message>
    <message>
        <source>用户已签字</source>
        <translation>用戶已簽字</translation>
    </message>
    <message>
        <source>用户没有签字</source>
        <translation>用戶沒有簽字</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>完成时间</source>
        <translation>完成時間</translation>
    </message>
    <message>
        <source>上门的人</source>
        <translation>到府人員</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>簽字</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
</context>
<context>
    <name>OverlapPage</name>
    <message>
        <source>一人两席</source>
        <translation>一人兩席</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>工號</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>{}，然后 {}</source>
        <translation>{}，然後 {}</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>{} 起，到 {}，共 {}</source>
        <translation>{} 起，到 {}，共 {}</translation>
    </message>
    <message>
        <source>本人在 {} 登录并确认，{} 随即锁定。</source>
        <translation>本人在 {} 登入並確認，{} 隨即鎖定。</translation>
    </message>
    <message>
        <source>{} 在用，按中心的规定没有让 {} 登录。</source>
        <translation>{} 在用，按中心的規定沒有讓 {} 登入。</translation>
    </message>
    <message>
        <source>同一工号在两席同时在用，多半当时断网，或没有锁定就走开了。两席的记录都留着；请问清楚是谁，再按“已处理”。</source>
        <translation>同一工號在兩席同時在用，多半當時斷網，或沒有鎖定就走開了。兩席的記錄都留著；請問清楚是誰，再按「已處理」。</translation>
    </message>
    <message>
        <source>已处理，不再列在待办里。</source>
        <translation>已處理，不再列在待辦裡。</translation>
    </message>
</context>
<context>
    <name>OwnState</name>
    <message>
        <source>示忙，或转回示闲</source>
        <translation>示忙，或轉回示閒</translation>
    </message>
    <message>
        <source>通话结束，转话后；话后再按：延时</source>
        <translation>通話結束，轉話後處理；話後再按：延長</translation>
    </message>
    <message>
        <source>{} 起离席没有填原因。</source>
        <translation>{} 起離席沒有填原因。</translation>
    </message>
    <message>
        <source>补填原因</source>
        <translation>補填原因</translation>
    </message>
    <message>
        <source>中心没有设延时的原因。写完再转示闲就是了，表单不会关。</source>
        <translation>中心沒有設定延長的原因。寫完再轉回示閒即可，表單不會關。</translation>
    </message>
    <message>
        <source>延时原因</source>
        <translation>延長原因</translation>
    </message>
    <message>
        <source>话后要多一点时间，是因为：</source>
        <translation>話後處理要多一點時間，是因為：</translation>
    </message>
    <message>
        <source>{} +{} 分</source>
        <translation>{} +{} 分</translation>
    </message>
    <message>
        <source>{} · 不限时</source>
        <translation>{} · 不限時</translation>
    </message>
    <message>
        <source>{} 起离席，是因为：</source>
        <translation>{} 起離席，是因為：</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>正在排版…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>另存为 PDF…</source>
        <translation>另存為 PDF…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>至少选一联。</source>
        <translation>至少選一聯。</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>另存為 PDF</translation>
    </message>
</context>
<context>
    <name>Paperwork</name>
    <message>
        <source>预览派工单、份数、哪几联</source>
        <translation>預覽派工單、份數、哪幾聯</translation>
    </message>
    <message>
        <source>打印队列</source>
        <translation>列印佇列</translation>
    </message>
    <message>
        <source>选择打印机</source>
        <translation>選擇印表機</translation>
    </message>
    <message>
        <source>每种单子的打印设置</source>
        <translation>每種單子的列印設定</translation>
    </message>
    <message>
        <source>打测试页</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>打开存放派工单的文件夹</source>
        <translation>開啟存放派工單的資料夾</translation>
    </message>
    <message>
        <source>作废派工单、另开一张</source>
        <translation>作廢派工單、另開一張</translation>
    </message>
    <message>
        <source>预览作废的派工单</source>
        <translation>預覽作廢的派工單</translation>
    </message>
    <message>
        <source>这里还没有工单可预览。先打开一张，或按 F9 派工。</source>
        <translation>這裡還沒有工單可預覽。先開啟一張，或按 F9 派工。</translation>
    </message>
    <message>
        <source>这里没有作废的派工单。</source>
        <translation>這裡沒有作廢的派工單。</translation>
    </message>
    <message>
        <source>测试页</source>
        <translation>測試頁</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>字样</source>
        <translation>字樣</translation>
    </message>
    <message>
        <source>派工单 {} 已送 {}，处理好打印机它会自己出来，不必再打。</source>
        <translation>派工單 {} 已送 {}，處理好印表機它會自己出來，不必再印。</translation>
    </message>
    <message>
        <source>派工单 {} 已送 {}。</source>
        <translation>派工單 {} 已送 {}。</translation>
    </message>
    <message>
        <source>派工单 {} 已另存为 {}。</source>
        <translation>派工單 {} 已另存為 {}。</translation>
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
        <source>打开 PDF</source>
        <translation>開啟 PDF</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>另选打印机</source>
        <translation>另選印表機</translation>
    </message>
    <message>
        <source>派工单 {} 上次出纸没有还不知道，没有再打。请到打印队列里说一声。</source>
        <translation>派工單 {} 上次出紙沒有還不知道，沒有再印。請到列印佇列裡說一聲。</translation>
    </message>
    <message>
        <source>派工单 {} 还在打，没有再打一张。</source>
        <translation>派工單 {} 還在印，沒有再印一張。</translation>
    </message>
    <message>
        <source>打开打印队列</source>
        <translation>開啟列印佇列</translation>
    </message>
    <message>
        <source>{} 张没有打出</source>
        <translation>{} 張沒有印出</translation>
    </message>
    <message>
        <source>{} 张不知出纸没有</source>
        <translation>{} 張不知出紙沒有</translation>
    </message>
    <message>
        <source>派工单：{}。请到打印队列里看。</source>
        <translation>派工單：{}。請到列印佇列裡看。</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>PasswordDoor</name>
    <message>
        <source>密码</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>可以再输密码了。</source>
        <translation>可以再輸密碼了。</translation>
    </message>
    <message>
        <source>正在核对密码，打开本席数据…</source>
        <translation>正在核對密碼，開啟本席資料…</translation>
    </message>
</context>
<context>
    <name>PasswordPage</name>
    <message>
        <source>修改密码</source>
        <translation>修改密碼</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>現在的密碼</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>再輸一次</translation>
    </message>
    <message>
        <source>新密码马上在本席生效。忘了它，只有恢复密钥打得开本席的数据。</source>
        <translation>新密碼馬上在本席生效。忘了它，只有復原金鑰打得開本席的資料。</translation>
    </message>
    <message>
        <source>新密码马上在中心和本席生效。别的席位连不上中心时，还认您上次在那里登录用的密码。</source>
        <translation>新密碼馬上在中心和本席生效。別的席位連不上中心時，還認您上次在那裡登入用的密碼。</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>換密碼</translation>
    </message>
    <message>
        <source>至少 12 个字符，或 4 个词。</source>
        <translation>至少 12 個字元，或 4 個詞。</translation>
    </message>
    <message>
        <source>正在换密码…</source>
        <translation>正在換密碼…</translation>
    </message>
    <message>
        <source>密码已换。下次登录、解锁用新的。</source>
        <translation>密碼已換。下次登入、解鎖用新的。</translation>
    </message>
</context>
<context>
    <name>PhotoWindow</name>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>这张照片还没有到本席，或不能显示。在后台取到后再打开。</source>
        <translation>這張照片還沒有到本席，或不能顯示。在背景取到後再開啟。</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>话、拼音或首字母</source>
        <translation>話、拼音或首字母</translation>
    </message>
    <message>
        <source>常用语</source>
        <translation>常用語</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 插入 · Tab 到下一个空 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 插入 · Tab 到下一個空 · Esc 返回</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>前十行</source>
        <translation>前十列</translation>
    </message>
    <message>
        <source>行</source>
        <translation>列</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>可以导入</source>
        <translation>可以匯入</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>打印机</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>份數</translation>
    </message>
    <message>
        <source>打印哪几联</source>
        <translation>列印哪幾聯</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存為 PDF</translation>
    </message>
</context>
<context>
    <name>PrintMenu</name>
    <message>
        <source>选择打印机</source>
        <translation>選擇印表機</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>预览、份数、哪几联…</source>
        <translation>預覽、份數、哪幾聯…</translation>
    </message>
    <message>
        <source>打印队列</source>
        <translation>列印佇列</translation>
    </message>
    <message>
        <source>每种单子的打印设置…</source>
        <translation>每種單子的列印設定…</translation>
    </message>
    <message>
        <source>打测试页</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>打开存放派工单的文件夹</source>
        <translation>開啟存放派工單的資料夾</translation>
    </message>
    <message>
        <source>正在找打印机…</source>
        <translation>正在找印表機…</translation>
    </message>
    <message>
        <source>这台电脑没有打印机</source>
        <translation>這台電腦沒有印表機</translation>
    </message>
</context>
<context>
    <name>PrintSetup</name>
    <message>
        <source>每种单子的打印设置</source>
        <translation>每種單子的列印設定</translation>
    </message>
    <message>
        <source>F8 照这里直接打印，不再问。没有设过的跟本席打印机走。</source>
        <translation>F8 照這裡直接列印，不再問。沒有設過的跟本席印表機走。</translation>
    </message>
    <message>
        <source>打测试页</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>单子</source>
        <translation>單子</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>纸盘</source>
        <translation>紙匣</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>份數</translation>
    </message>
    <message>
        <source>打印哪几联</source>
        <translation>列印哪幾聯</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>跟本席：{}</source>
        <translation>跟本席：{}</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>{}：至少选一联。</source>
        <translation>{}：至少選一聯。</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>打印队列</source>
        <translation>列印佇列</translation>
    </message>
    <message>
        <source>没有打印过。在工单上按 F8，派工单就会出现在这里。</source>
        <translation>沒有列印過。在工單上按 F8，派工單就會出現在這裡。</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>新增受理</translation>
    </message>
    <message>
        <source>已出纸</source>
        <translation>已出紙</translation>
    </message>
    <message>
        <source>没有出纸，再打</source>
        <translation>沒有出紙，再印</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>换打印机…</source>
        <translation>換印表機…</translation>
    </message>
    <message>
        <source>没打出的全部再打</source>
        <translation>沒印出的全部再印</translation>
    </message>
    <message>
        <source>再打</source>
        <translation>再印</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>{} 份</source>
        <translation>{} 份</translation>
    </message>
    <message>
        <source>{}：{}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>还有 {} 件在打</source>
        <translation>還有 {} 件在印</translation>
    </message>
    <message>
        <source>没有别的打印机。Ctrl+Shift+F8 可以再找一遍。</source>
        <translation>沒有別的印表機。Ctrl+Shift+F8 可以再找一遍。</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>复述</source>
        <translation>複誦</translation>
    </message>
    <message>
        <source>零 幺 二 三 四 五 六 七 八 九</source>
        <translation>零 一 二 三 四 五 六 七 八 九</translation>
    </message>
    <message>
        <source>Esc 关闭 · 可以接着填</source>
        <translation>Esc 關閉 · 可以接著填</translation>
    </message>
    <message>
        <source>复述：号码分组，大字</source>
        <translation>複誦：號碼分組，大字</translation>
    </message>
    <message>
        <source>还没有可以复述的：先填姓名、电话、地址或诉求。</source>
        <translation>還沒有可以複誦的：先填姓名、電話、地址或內容。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>离席原因</source>
        <translation>離席原因</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>简单说明，Enter 确认；不要写客户或健康情况</source>
        <translation>簡單說明，Enter 確認；不要寫客戶或健康情況</translation>
    </message>
    <message>
        <source>{}：按数字键</source>
        <translation>{}：按數字鍵</translation>
    </message>
    <message>
        <source>{} · 已获准</source>
        <translation>{} · 已核准</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>为什么搁置（写明之后再按一次）</source>
        <translation>為什麼擱置（寫明之後再按一次）</translation>
    </message>
    <message>
        <source>搁置的原因</source>
        <translation>擱置的原因</translation>
    </message>
    <message>
        <source>打开记录</source>
        <translation>開啟紀錄</translation>
    </message>
    <message>
        <source>搁置…</source>
        <translation>擱置…</translation>
    </message>
    <message>
        <source>改好再发</source>
        <translation>改好再送</translation>
    </message>
    <message>
        <source>这一条已经发出去了，不用再处理。</source>
        <translation>這一筆已經送出，不用再處理。</translation>
    </message>
    <message>
        <source>退回 · {}</source>
        <translation>退回 · {}</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>中心库没有接受</source>
        <translation>中心資料庫沒有接受</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>写下时间</source>
        <translation>寫下時間</translation>
    </message>
    <message>
        <source>一起发送，不能在这里改的</source>
        <translation>一起傳送，不能在這裡改的</translation>
    </message>
    <message>
        <source>发送的内容</source>
        <translation>傳送的內容</translation>
    </message>
    <message>
        <source>已改好，正在重新发送。原来那一条也留着。</source>
        <translation>已改好，正在重新傳送。原來那一筆也保留。</translation>
    </message>
    <message>
        <source>已搁置，中心库不会收到它。内容和原因都留在本席。</source>
        <translation>已擱置，中心資料庫不會收到它。內容和原因都留在本席。</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>漏登、错登登记</source>
        <translation>漏登、錯登登記</translation>
    </message>
    <message>
        <source>这个月没有漏登，也没有错登。</source>
        <translation>這個月沒有漏登，也沒有錯登。</translation>
    </message>
    <message>
        <source>谁漏登</source>
        <translation>誰漏登</translation>
    </message>
    <message>
        <source>漏了什么</source>
        <translation>漏了什麼</translation>
    </message>
    <message>
        <source>几点的来电，说的什么</source>
        <translation>幾點的來電，說的什麼</translation>
    </message>
    <message>
        <source>上个月</source>
        <translation>上個月</translation>
    </message>
    <message>
        <source>下个月</source>
        <translation>下個月</translation>
    </message>
    <message>
        <source>登记漏登</source>
        <translation>登記漏登</translation>
    </message>
    <message>
        <source>上报已阅</source>
        <translation>上報已閱</translation>
    </message>
    <message>
        <source>{} 人超过</source>
        <translation>{} 人超過</translation>
    </message>
    <message>
        <source>已上报，待阅</source>
        <translation>已上報，待閱</translation>
    </message>
    <message>
        <source>已上报，已阅</source>
        <translation>已上報，已閱</translation>
    </message>
    <message>
        <source>登记 {}</source>
        <translation>登記 {}</translation>
    </message>
    <message>
        <source>请选是谁，写明漏了什么；还没有登记。</source>
        <translation>請選是誰，寫明漏了什麼；還沒有登記。</translation>
    </message>
    <message>
        <source>已登记漏登：{} 本月 {}/{}。</source>
        <translation>已登記漏登：{} 本月 {}/{}。</translation>
    </message>
    <message>
        <source>已阅，不再列在待办里。</source>
        <translation>已閱，不再列在待辦裡。</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>案件 {} 转给您办了。</source>
        <translation>案件 {} 轉給您辦了。</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{} 答复了您的请示：{}</source>
        <translation>{} 答覆了您的請示：{}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>复核</source>
        <translation>複核</translation>
    </message>
    <message>
        <source>哪一项</source>
        <translation>哪一項</translation>
    </message>
    <message>
        <source>实际是什么</source>
        <translation>實際是什麼</translation>
    </message>
    <message>
        <source>实际是什么，怎么改</source>
        <translation>實際是什麼，怎麼改</translation>
    </message>
    <message>
        <source>登记错登</source>
        <translation>登記錯登</translation>
    </message>
    <message>
        <source>无误</source>
        <translation>無誤</translation>
    </message>
    <message>
        <source>首问 {}</source>
        <translation>首問 {}</translation>
    </message>
    <message>
        <source>已复核</source>
        <translation>已複核</translation>
    </message>
    <message>
        <source>待复核 {}</source>
        <translation>待複核 {}</translation>
    </message>
    <message>
        <source>对照录音或记忆，逐项看一遍</source>
        <translation>對照錄音或記憶，逐項看一遍</translation>
    </message>
    <message>
        <source>整条</source>
        <translation>整條</translation>
    </message>
    <message>
        <source>{} 复核无误。</source>
        <translation>{} 複核無誤。</translation>
    </message>
    <message>
        <source>请写明实际是什么；还没有登记。</source>
        <translation>請寫明實際是什麼；還沒有登記。</translation>
    </message>
    <message>
        <source>已登记错登：{} 本月 {}/{}。</source>
        <translation>已登記錯登：{} 本月 {}/{}。</translation>
    </message>
</context>
<context>
    <name>Ringing</name>
    <message>
        <source>受理</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>未显示号码</source>
        <translation>未顯示號碼</translation>
    </message>
    <message>
        <source>欠回电 {}</source>
        <translation>欠回電 {}</translation>
    </message>
    <message>
        <source>线路 {}</source>
        <translation>線路 {}</translation>
    </message>
    <message>
        <source>已挂断，还没有登记</source>
        <translation>已掛斷，還沒有登記</translation>
    </message>
    <message>
        <source>通话中</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>來電</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>沒有紀錄</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>{} · 未结 {}：{}，滞留 {}</source>
        <translation>{} · 未結 {}：{}，滯留 {}</translation>
    </message>
    <message>
        <source>有 {} 个回电到时了。</source>
        <translation>有 {} 個回電到時了。</translation>
    </message>
    <message>
        <source>去回电</source>
        <translation>去回電</translation>
    </message>
    <message>
        <source>电话已 {} 没有响。请检查话机放好没有、线路通不通（CALL-1）。</source>
        <translation>電話已 {} 沒有響。請檢查話機放好沒有、線路通不通（CALL-1）。</translation>
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
    <name>RoundNotes</name>
    <message>
        <source>回访：这一轮要打的</source>
        <translation>回訪：這一輪要打的</translation>
    </message>
    <message>
        <source>安检抽样回访</source>
        <translation>安檢抽樣回訪</translation>
    </message>
    <message>
        <source>满意率</source>
        <translation>滿意率</translation>
    </message>
    <message>
        <source>有 {} 户要回访。</source>
        <translation>有 {} 戶要回訪。</translation>
    </message>
    <message>
        <source>有 {} 户要回访，其中 {} 户留交接。</source>
        <translation>有 {} 戶要回訪，其中 {} 戶留待交接。</translation>
    </message>
    <message>
        <source>去回访</source>
        <translation>去回訪</translation>
    </message>
    <message>
        <source>上周的安检名单还没有收到（CB-2）。</source>
        <translation>上週的安檢名單還沒有收到（CB-2）。</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>檢視</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>停止</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>打开没有导入的行</source>
        <translation>開啟沒有匯入的列</translation>
    </message>
    <message>
        <source>正在检查，已看 {n} 行</source>
        <translation>正在檢查，已看 {n} 列</translation>
    </message>
    <message>
        <source>正在导入，已看 {n} 行</source>
        <translation>正在匯入，已看 {n} 列</translation>
    </message>
    <message>
        <source>，{n} 条没有通过</source>
        <translation>，{n} 筆沒有通過</translation>
    </message>
    <message>
        <source>这一批写完就停…</source>
        <translation>這一批寫完就停…</translation>
    </message>
</context>
<context>
    <name>SamplePage</name>
    <message>
        <source>导入名单</source>
        <translation>匯入名單</translation>
    </message>
    <message>
        <source>说明：记结果时可以不填，换一户时写明原因</source>
        <translation>說明：記結果時可以不填，換一戶時寫明原因</translation>
    </message>
    <message>
        <source>这次回访的说明，或换一户的原因</source>
        <translation>這次回訪的說明，或換一戶的原因</translation>
    </message>
    <message>
        <source>上一周</source>
        <translation>上一週</translation>
    </message>
    <message>
        <source>下一周</source>
        <translation>下一週</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>换一户</source>
        <translation>換一戶</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>抽樣</translation>
    </message>
    <message>
        <source>{} 到 {} 的名单</source>
        <translation>{} 到 {} 的名單</translation>
    </message>
    <message>
        <source>还没有收到</source>
        <translation>還沒有收到</translation>
    </message>
    <message>
        <source>收到 {} 户</source>
        <translation>收到 {} 戶</translation>
    </message>
    <message>
        <source>（抽样时 {} 户，样本不变）</source>
        <translation>（抽樣時 {} 戶，樣本不變）</translation>
    </message>
    <message>
        <source>未抽样</source>
        <translation>未抽樣</translation>
    </message>
    <message>
        <source>未收到</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>缺 {} 户</source>
        <translation>缺 {} 戶</translation>
    </message>
    <message>
        <source>已访 {}/{}</source>
        <translation>已訪 {}/{}</translation>
    </message>
    <message>
        <source>名单有 {} 户，还没有抽样。抽 {} 户，按类型、片区、班组分配；抽过不能重抽。</source>
        <translation>名單有 {} 戶，還沒有抽樣。抽 {} 戶，按類型、片區、班組分配；抽過不能重抽。</translation>
    </message>
    <message>
        <source>这一周的名单还没有收到。收到安检稽查队长的表格（Excel 或 CSV）后，在这里导入。</source>
        <translation>這一週的名單還沒有收到。收到安檢稽查隊長的表格（Excel 或 CSV）後，在這裡匯入。</translation>
    </message>
    <message>
        <source>没有分类</source>
        <translation>沒有分類</translation>
    </message>
    <message>
        <source>已换：{}</source>
        <translation>已換：{}</translation>
    </message>
    <message>
        <source>替补</source>
        <translation>替補</translation>
    </message>
    <message>
        <source>已抽 {} 户（种子 {}），抽过不能重抽。</source>
        <translation>已抽 {} 戶（種子 {}），抽過不能重抽。</translation>
    </message>
    <message>
        <source>已经回访过了，不能改成“{}”。</source>
        <translation>已經回訪過了，不能改成「{}」。</translation>
    </message>
    <message>
        <source>已记“{}”。</source>
        <translation>已記「{}」。</translation>
    </message>
    <message>
        <source>请先写明为什么换一户；还没有换。</source>
        <translation>請先寫明為什麼換一戶；還沒有換。</translation>
    </message>
    <message>
        <source>名单里没有别的户可以换了。</source>
        <translation>名單裡沒有別的戶可以換了。</translation>
    </message>
    <message>
        <source>打过而没有访成的才能换：未接、拒访或号码错。</source>
        <translation>打過而沒有訪成的才能換：未接、拒訪或號碼錯。</translation>
    </message>
    <message>
        <source>已换一户，原来的和原因都留着。</source>
        <translation>已換一戶，原來的和原因都留著。</translation>
    </message>
    <message>
        <source>打印名单要有打印列表的权限。</source>
        <translation>列印名單要有列印清單的權限。</translation>
    </message>
    <message>
        <source>序</source>
        <translation>序</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>片区</source>
        <translation>片區</translation>
    </message>
    <message>
        <source>班组</source>
        <translation>班組</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>名单 {}</source>
        <translation>名單 {}</translation>
    </message>
    <message>
        <source>种子 {}</source>
        <translation>種子 {}</translation>
    </message>
</context>
<context>
    <name>SatisfactionPage</name>
    <message>
        <source>满意率</source>
        <translation>滿意率</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>按什么分</source>
        <translation>按什麼分</translation>
    </message>
    <message>
        <source>这段时间没有回访。回访登记了结果，满意率会出现在这里。</source>
        <translation>這段時間沒有回訪。回訪登記了結果，滿意率會出現在這裡。</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>另存为文件</source>
        <translation>另存為檔案</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>本週</translation>
    </message>
    <message>
        <source>上周</source>
        <translation>上週</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>按名单</source>
        <translation>按名單</translation>
    </message>
    <message>
        <source>按班组</source>
        <translation>按班組</translation>
    </message>
    <message>
        <source>按回访人</source>
        <translation>按回訪人</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>满意 {}</source>
        <translation>滿意 {}</translation>
    </message>
    <message>
        <source>应访</source>
        <translation>應訪</translation>
    </message>
    <message>
        <source>已拨</source>
        <translation>已撥</translation>
    </message>
    <message>
        <source>访到</source>
        <translation>訪到</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>满意/已拨</source>
        <translation>滿意/已撥</translation>
    </message>
    <message>
        <source>满意/访到</source>
        <translation>滿意/訪到</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>还没有人</source>
        <translation>還沒有人</translation>
    </message>
    <message>
        <source>没有班组</source>
        <translation>沒有班組</translation>
    </message>
    <message>
        <source>已复制 {} 行。</source>
        <translation>已複製 {} 列。</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>另存為</translation>
    </message>
    <message>
        <source>已另存为 {}。</source>
        <translation>已另存為 {}。</translation>
    </message>
    <message>
        <source>没有存成文件（代码 {}）。请换个地方再存。</source>
        <translation>沒有存成檔案（代碼 {}）。請換個地方再存。</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>本席没有 {} 这张派工单，可能还没有同步过来。</source>
        <translation>本席沒有 {} 這張派工單，可能還沒有同步過來。</translation>
    </message>
</context>
<context>
    <name>ScriptCard</name>
    <message>
        <source>话术</source>
        <translation>話術</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>大写锁定（Caps Lock）已开。</source>
        <translation>大寫鎖定（Caps Lock）已開。</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>离线登录</source>
        <translation>離線登入</translation>
    </message>
    <message>
        <source>您的密码</source>
        <translation>您的密碼</translation>
    </message>
    <message>
        <source>新建受理</source>
        <translation>新增受理</translation>
    </message>
    <message>
        <source>是我</source>
        <translation>是我</translation>
    </message>
    <message>
        <source>不是我</source>
        <translation>不是我</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>送出</translation>
    </message>
    <message>
        <source>密码只用来向中心库证明是您本人，不会保存。</source>
        <translation>密碼只用來向中心資料庫證明是您本人，不會儲存。</translation>
    </message>
    <message>
        <source>席位 {}</source>
        <translation>席位 {}</translation>
    </message>
    <message>
        <source>别的席位</source>
        <translation>其他席位</translation>
    </message>
    <message>
        <source>{} 条</source>
        <translation>{} 筆</translation>
    </message>
    <message>
        <source>就是这一次</source>
        <translation>就是這一次</translation>
    </message>
    <message>
        <source>在本席</source>
        <translation>在本席</translation>
    </message>
    <message>
        <source>先输入密码按 Enter，可以看到席位和条数</source>
        <translation>先輸入密碼按 Enter，可以看到席位和筆數</translation>
    </message>
    <message>
        <source>{} 起</source>
        <translation>{} 起</translation>
    </message>
    <message>
        <source>{} 次待确认</source>
        <translation>{} 次待確認</translation>
    </message>
    <message>
        <source>都已说明</source>
        <translation>都已說明</translation>
    </message>
    <message>
        <source>这几次登录时连不上中心库，密码没有经中心库核对。请逐次说明是不是您本人；说过的不能再改。不是您的，记录也都留着，由值班长和主管查看。</source>
        <translation>這幾次登入時連不上中心資料庫，密碼沒有經中心資料庫核對。請逐次說明是不是您本人；說過的不能再改。不是您的，紀錄也都留著，由值班長和主管查看。</translation>
    </message>
    <message>
        <source>没有待确认的离线登录。</source>
        <translation>沒有待確認的離線登入。</translation>
    </message>
    <message>
        <source>还没有说明</source>
        <translation>還沒有說明</translation>
    </message>
    <message>
        <source>正在问中心库…</source>
        <translation>正在詢問中心資料庫…</translation>
    </message>
    <message>
        <source>已提交：是我 {} 次，不是我 {} 次。</source>
        <translation>已送出：是我 {} 次，不是我 {} 次。</translation>
    </message>
    <message>
        <source>中心库列出 {} 次，请逐次说明。</source>
        <translation>中心資料庫列出 {} 次，請逐次說明。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>现在用的</source>
        <translation>現在用的</translation>
    </message>
    <message>
        <source>没有采用</source>
        <translation>沒有採用</translation>
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
</context>
<context>
    <name>SlipPreview</name>
    <message>
        <source>预览派工单 {}</source>
        <translation>預覽派工單 {}</translation>
    </message>
    <message>
        <source>派工单</source>
        <translation>派工單</translation>
    </message>
    <message>
        <source>还没有单号，打印时取号。预览不计入打印次数。</source>
        <translation>還沒有單號，列印時取號。預覽不計印次。</translation>
    </message>
    <message>
        <source>已打印 {} 次，单上注明“补打 {}”。预览不计入打印次数。</source>
        <translation>已列印 {} 次，單上註明「補印 {}」。預覽不計印次。</translation>
    </message>
    <message>
        <source>预览不计入打印次数。</source>
        <translation>預覽不計印次。</translation>
    </message>
</context>
<context>
    <name>SlipWindow</name>
    <message>
        <source>表单</source>
        <translation>表單</translation>
    </message>
    <message>
        <source>用哪张表单的单子看</source>
        <translation>用哪張表單的單子看</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>席位的语言；模板写了语言的，按模板</source>
        <translation>席位的語言；範本寫了語言的，按範本</translation>
    </message>
    <message>
        <source>预览：{}</source>
        <translation>預覽：{}</translation>
    </message>
    <message>
        <source>横</source>
        <translation>橫</translation>
    </message>
    <message>
        <source>竖</source>
        <translation>直</translation>
    </message>
    <message>
        <source>{} · {} {} · 一张 {} 份</source>
        <translation>{} · {} {} · 一張 {} 份</translation>
    </message>
    <message>
        <source>没有画成（代码 {}）。</source>
        <translation>沒有畫成（代碼 {}）。</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>打印 {} 次，最近 {}</source>
        <translation>列印 {} 次，最近 {}</translation>
    </message>
    <message>
        <source>已取号，还没有打印</source>
        <translation>已取號，還沒有列印</translation>
    </message>
    <message>
        <source>{} 作废：{}</source>
        <translation>{} 作廢：{}</translation>
    </message>
    <message>
        <source>由 {} 替代</source>
        <translation>由 {} 替代</translation>
    </message>
    <message>
        <source>替代 {}</source>
        <translation>替代 {}</translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>还有 {} 条</source>
        <translation>還有 {} 則</translation>
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
    <name>Taken</name>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{} {} 在席位 {} 接手了您的草稿“{}”：{}</source>
        <translation>{} {} 在席位 {} 接手了您的草稿「{}」：{}</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>显示完整号码是{who}的权限。</source>
        <translation>顯示完整號碼是{who}的權限。</translation>
    </message>
    <message>
        <source>从列表复制是{who}的权限。</source>
        <translation>從清單複製是{who}的權限。</translation>
    </message>
    <message>
        <source>一次复制多行是{who}的权限，请只选一行。</source>
        <translation>一次複製多列是{who}的權限，請只選一列。</translation>
    </message>
    <message>
        <source>导出列表是{who}的权限。</source>
        <translation>匯出清單是{who}的權限。</translation>
    </message>
    <message>
        <source>打印列表是{who}的权限。</source>
        <translation>列印清單是{who}的權限。</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>没有人</source>
        <translation>沒有人</translation>
    </message>
    <message>
        <source>这一行没有掩码的号码。</source>
        <translation>這一列沒有遮罩的號碼。</translation>
    </message>
    <message>
        <source>一次最多复制 {} 行。更多请按 Ctrl+E 导出。</source>
        <translation>一次最多複製 {} 列。更多請按 Ctrl+E 匯出。</translation>
    </message>
    <message>
        <source>一次最多打印 {} 张派工单。</source>
        <translation>一次最多列印 {} 張派工單。</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>筛选：{}</source>
        <translation>篩選：{}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>無</translation>
    </message>
    <message>
        <source>号码完整</source>
        <translation>號碼完整</translation>
    </message>
    <message>
        <source>号码已掩码</source>
        <translation>號碼已遮罩</translation>
    </message>
    <message>
        <source>共 {} 条</source>
        <translation>共 {} 筆</translation>
    </message>
    <message>
        <source>一次最多打印 {} 条，请先筛选；更多请按 Ctrl+E 导出。</source>
        <translation>一次最多列印 {} 筆，請先篩選；更多請按 Ctrl+E 匯出。</translation>
    </message>
    <message>
        <source>打印 {}</source>
        <translation>列印 {}</translation>
    </message>
    <message>
        <source>打印所选的派工单</source>
        <translation>列印所選的派工單</translation>
    </message>
    <message>
        <source>显示号码</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>复制号码</source>
        <translation>複製號碼</translation>
    </message>
    <message>
        <source>复制所选行</source>
        <translation>複製所選列</translation>
    </message>
    <message>
        <source>复制所选行，带表头</source>
        <translation>複製所選列，帶表頭</translation>
    </message>
    <message>
        <source>导出这个列表…</source>
        <translation>匯出這個清單…</translation>
    </message>
    <message>
        <source>打印这个列表…</source>
        <translation>列印這個清單…</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>打开案件</source>
        <translation>開啟案件</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>催辦</translation>
    </message>
    <message>
        <source>登记答复</source>
        <translation>登記答覆</translation>
    </message>
    <message>
        <source>这一条还没有传到本席，同步后再打开。</source>
        <translation>這一筆尚未傳到本席，請同步後再開啟。</translation>
    </message>
    <message>
        <source>监督员</source>
        <translation>巡查員</translation>
    </message>
    <message>
        <source>要看什么</source>
        <translation>要看什麼</translation>
    </message>
    <message>
        <source>请求</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>答复时限</source>
        <translation>答覆期限</translation>
    </message>
    <message>
        <source>催办 {} 次</source>
        <translation>催辦 {} 次</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>记下这次催办</source>
        <translation>記下這次催辦</translation>
    </message>
    <message>
        <source>答复时间</source>
        <translation>答覆時間</translation>
    </message>
    <message>
        <source>监督员的答复</source>
        <translation>巡查員的答覆</translation>
    </message>
    <message>
        <source>已催 {} 次。</source>
        <translation>已催 {} 次。</translation>
    </message>
    <message>
        <source>已登记答复。</source>
        <translation>已登記答覆。</translation>
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
        <source>离席，锁定本席  {}</source>
        <translation>離席，鎖定本席  {}</translation>
    </message>
    <message>
        <source>离席，锁定本席</source>
        <translation>離席，鎖定本席</translation>
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
        <source>紧凑</source>
        <translation>緊湊</translation>
    </message>
    <message>
        <source>宽松</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>行距</source>
        <translation>列高</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>转为示闲  {}</source>
        <translation>轉為示閒  {}</translation>
    </message>
    <message>
        <source>话后延时  {}</source>
        <translation>話後延長  {}</translation>
    </message>
    <message>
        <source>通话结束，转话后  {}</source>
        <translation>通話結束，轉話後處理  {}</translation>
    </message>
    <message>
        <source>已超时 {}</source>
        <translation>已逾時 {}</translation>
    </message>
    <message>
        <source>半分钟</source>
        <translation>半分鐘</translation>
    </message>
    <message>
        <source>一分钟</source>
        <translation>一分鐘</translation>
    </message>
    <message>
        <source>两分钟</source>
        <translation>兩分鐘</translation>
    </message>
    <message>
        <source>五分钟</source>
        <translation>五分鐘</translation>
    </message>
    <message>
        <source>按中心规定</source>
        <translation>依中心規定</translation>
    </message>
    <message>
        <source>没人时锁定</source>
        <translation>沒人時鎖定</translation>
    </message>
    <message>
        <source>转为示忙  {}</source>
        <translation>轉為示忙  {}</translation>
    </message>
    <message>
        <source>下一时限 {}</source>
        <translation>下一期限 {}</translation>
    </message>
    <message>
        <source>快到时限 {}</source>
        <translation>快到時限 {}</translation>
    </message>
    <message>
        <source>没有临近的时限</source>
        <translation>沒有將到的期限</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>坐席工作台 · 已锁定</source>
        <translation>坐席工作台 · 已鎖定</translation>
    </message>
    <message>
        <source>坐席工作台</source>
        <translation>坐席工作台</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>显示窗口</source>
        <translation>顯示視窗</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>（空）</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>回访</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>现在没有要回访的。到了轮次时间，当天的工单会自己列在这里。</source>
        <translation>現在沒有要回訪的。到了輪次時間，當天的工單會自己列在這裡。</translation>
    </message>
    <message>
        <source>说明：记结果时可以不填，转交时写明原因</source>
        <translation>說明：記結果時可以不填，轉交時寫明原因</translation>
    </message>
    <message>
        <source>这次回访的说明，或转交的原因</source>
        <translation>這次回訪的說明，或轉交的原因</translation>
    </message>
    <message>
        <source>工号、姓名或首字母</source>
        <translation>工號、姓名或首字母</translation>
    </message>
    <message>
        <source>转交给谁</source>
        <translation>轉交給誰</translation>
    </message>
    <message>
        <source>↑ ↓ 选择 · Enter 转交 · Esc 返回</source>
        <translation>↑ ↓ 選擇 · Enter 轉交 · Esc 返回</translation>
    </message>
    <message>
        <source>看所有人的</source>
        <translation>看所有人的</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>抽樣</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>轉交</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>还没到时间</source>
        <translation>還沒到時間</translation>
    </message>
    <message>
        <source>今天已回访，按错了可以再按一次改正</source>
        <translation>今天已回訪，按錯了可以再按一次改正</translation>
    </message>
    <message>
        <source>{} 户留交接</source>
        <translation>{} 戶留待交接</translation>
    </message>
    <message>
        <source>待回访 {}</source>
        <translation>待回訪 {}</translation>
    </message>
    <message>
        <source>所有人的</source>
        <translation>所有人的</translation>
    </message>
    <message>
        <source>我的，和还没有人的</source>
        <translation>我的，和還沒有人的</translation>
    </message>
    <message>
        <source>每天 {}</source>
        <translation>每天 {}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>{} 这一轮</source>
        <translation>{} 這一輪</translation>
    </message>
    <message>
        <source>没有片区</source>
        <translation>沒有片區</translation>
    </message>
    <message>
        <source>未接 {}</source>
        <translation>未接 {}</translation>
    </message>
    <message>
        <source>留交接</source>
        <translation>留待交接</translation>
    </message>
    <message>
        <source>{} 再拨</source>
        <translation>{} 再撥</translation>
    </message>
    <message>
        <source>上轮未完</source>
        <translation>上輪未完</translation>
    </message>
    <message>
        <source>{} · 完工 {}</source>
        <translation>{} · 完工 {}</translation>
    </message>
    <message>
        <source>{} · 最迟 {}</source>
        <translation>{} · 最遲 {}</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>没有号码</source>
        <translation>沒有號碼</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>問什麼</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>已经回访过了，不能改成“{}”。</source>
        <translation>已經回訪過了，不能改成「{}」。</translation>
    </message>
    <message>
        <source>已记“{}”，事项已退回重办。</source>
        <translation>已記「{}」，事項已退回重辦。</translation>
    </message>
    <message>
        <source>已记“{}”。</source>
        <translation>已記「{}」。</translation>
    </message>
    <message>
        <source>请先写明为什么转交；还没有转交。</source>
        <translation>請先寫明為什麼轉交；還沒有轉交。</translation>
    </message>
    <message>
        <source>没有别人可以转交。</source>
        <translation>沒有別人可以轉交。</translation>
    </message>
    <message>
        <source>没有转交：这一户已经办了，或已经是这个人的。</source>
        <translation>沒有轉交：這一戶已經辦了，或已經是這個人的。</translation>
    </message>
    <message>
        <source>已转交 {}。</source>
        <translation>已轉交 {}。</translation>
    </message>
    <message>
        <source>只看我的</source>
        <translation>只看我的</translation>
    </message>
</context>
<context>
    <name>VoidSlip</name>
    <message>
        <source>作废派工单 {}</source>
        <translation>作廢派工單 {}</translation>
    </message>
    <message>
        <source>号码 {} 不再使用，也不能恢复；原单和新单都会保留，互相注明。</source>
        <translation>號碼 {} 不再使用，也不能恢復；原單和新單都會保留，互相註明。</translation>
    </message>
    <message>
        <source>例如：地址写错、改派、客户取消</source>
        <translation>例如：地址寫錯、改派、客戶取消</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>作廢原因</translation>
    </message>
    <message>
        <source>请写原因：它会印在单上，并登记。</source>
        <translation>請寫原因：它會印在單上，並登記。</translation>
    </message>
    <message>
        <source>先不做</source>
        <translation>先不做</translation>
    </message>
    <message>
        <source>只作废</source>
        <translation>只作廢</translation>
    </message>
    <message>
        <source>作废并重开</source>
        <translation>作廢並重開</translation>
    </message>
</context>
<context>
    <name>Voiding</name>
    <message>
        <source>这里没有可作废的派工单：要先打开一张工单，并且打印过。</source>
        <translation>這裡沒有可作廢的派工單：要先打開一張工單，並且列印過。</translation>
    </message>
    <message>
        <source>派工单 {} 已作废。</source>
        <translation>派工單 {} 已作廢。</translation>
    </message>
    <message>
        <source>派工单 {} 已作废，由 {} 替代。</source>
        <translation>派工單 {} 已作廢，由 {} 替代。</translation>
    </message>
    <message>
        <source>打印新单</source>
        <translation>列印新單</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>通知线路</source>
        <translation>通知線路</translation>
    </message>
    <message>
        <source>存下</source>
        <translation>存下</translation>
    </message>
    <message>
        <source>规则里没有通知线路（forms/rules/notify.yaml），紧急工单由人打电话通知。</source>
        <translation>規則裡沒有通知線路（forms/rules/notify.yaml），緊急工單由人打電話通知。</translation>
    </message>
    <message>
        <source>密码、签名密钥只存在本席加密的库里，不同步，也不再显示。每个派工的席位各填一次。</source>
        <translation>密碼、簽章金鑰只存在本席加密的資料庫裡，不同步，也不再顯示。每個派工的席位各填一次。</translation>
    </message>
    <message>
        <source>{} 的密码</source>
        <translation>{} 的密碼</translation>
    </message>
    <message>
        <source>已填过，再填就换掉</source>
        <translation>已填過，再填就換掉</translation>
    </message>
    <message>
        <source>还没有填</source>
        <translation>還沒有填</translation>
    </message>
    <message>
        <source>密码、密钥</source>
        <translation>密碼、金鑰</translation>
    </message>
    <message>
        <source>已存下：{}。</source>
        <translation>已存下：{}。</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
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
        <source>请选择“{field}”。</source>
        <translation>請選擇「{field}」。</translation>
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
        <source>这个内容不能用在这一项，记录没有变。请选另一个，或改成别的。</source>
        <translation>這個內容不能用在這一項，紀錄沒有變動。請選另一個，或改成別的。</translation>
    </message>
    <message>
        <source>这条记录不在本席，改不了。两边的内容都留着，请等同步之后再处理。</source>
        <translation>這筆紀錄不在本席，無法更改。兩邊的內容都保留，請等同步之後再處理。</translation>
    </message>
    <message>
        <source>这一项是更新的程序写的，这个版本改不了。可以保留现在用的，或升级程序之后再处理。</source>
        <translation>這一項是較新的程式寫的，這個版本無法更改。可以保留現在用的，或更新程式之後再處理。</translation>
    </message>
    <message>
        <source>“{field}”还没有到。请填已经发生的时间。</source>
        <translation>「{field}」還沒有到。請填已經發生的時間。</translation>
    </message>
    <message>
        <source>“{field}”比上一步还早。请核对时间。</source>
        <translation>「{field}」比上一步還早。請核對時間。</translation>
    </message>
    <message>
        <source>这一步现在轮不到：别人已经做了，或要先交办。请看上面的进度。</source>
        <translation>這一步現在輪不到：別人已經做了，或要先交辦。請看上面的進度。</translation>
    </message>
    <message>
        <source>被投诉人不能处理这件投诉。请选另一个人。</source>
        <translation>被客訴人不能處理這件客訴。請選另一個人。</translation>
    </message>
    <message>
        <source>您是被投诉人，这件投诉由别人处理。请告诉主管或主任。</source>
        <translation>您是被客訴人，這件客訴由別人處理。請告訴主管或主任。</translation>
    </message>
    <message>
        <source>本席没有这个编号的案件。请核对编号，或等同步之后再试。</source>
        <translation>本席沒有這個編號的案件。請核對編號，或等同步之後再試。</translation>
    </message>
    <message>
        <source>这就是本案。请填另一个案件的编号。</source>
        <translation>這就是本案。請填另一個案件的編號。</translation>
    </message>
    <message>
        <source>这两个案件已经有联系。</source>
        <translation>這兩個案件已經有聯繫。</translation>
    </message>
    <message>
        <source>本机没有这种表单的定义，存不了。已填的内容都在，请告诉值班长。</source>
        <translation>本機沒有這種表單的定義，無法儲存。已填的內容都在，請告訴值班長。</translation>
    </message>
    <message>
        <source>要并入的案件已经结了，或不在本席。已填的内容都在：按 Alt+J 不并入，再保存。</source>
        <translation>要併入的案件已經結了，或不在本席。已填的內容都在：按 Alt+J 不併入，再儲存。</translation>
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
        <source>与别席冲突，待处理：没有采用的是“{lost}”。</source>
        <translation>與其他席位衝突，待處理：沒有採用的是「{lost}」。</translation>
    </message>
    <message>
        <source>这条受理记录没有案件，不能派工。记录本身已保存。</source>
        <translation>這筆受理紀錄沒有案件，不能派工。紀錄本身已儲存。</translation>
    </message>
    <message>
        <source>这一案件要先由值班长立案才能派工。已填的内容都在，可以先保存。</source>
        <translation>這一案件要先由值班長立案才能派工。已填的內容都在，可以先儲存。</translation>
    </message>
    <message>
        <source>案件现在的状态，或您的职责，不能做这一步；什么也没有变。请看“经过”。</source>
        <translation>案件現在的狀態，或您的職責，不能做這一步；什麼也沒有變。請看「經過」。</translation>
    </message>
    <message>
        <source>这一步要由值班长做，记录没有变。请告诉值班长。</source>
        <translation>這一步要由值班長做，紀錄沒有變。請告訴值班長。</translation>
    </message>
    <message>
        <source>监督员还没有答复核实，不能立案。请先催办，或登记答复。</source>
        <translation>巡查員還沒有答覆查證，不能立案。請先催辦，或登記答覆。</translation>
    </message>
    <message>
        <source>请选另一个还没有办结的案件。</source>
        <translation>請選另一個還沒有辦結的案件。</translation>
    </message>
    <message>
        <source>请选另一位在职的同事。</source>
        <translation>請選另一位在職的同事。</translation>
    </message>
    <message>
        <source>已经有答复，或不由您答复，没有再改。</source>
        <translation>已經有答覆，或不由您答覆，沒有再改。</translation>
    </message>
    <message>
        <source>上面没有可以请示的人，没有送出。已写的内容都在。</source>
        <translation>上面沒有可以請示的人，沒有送出。已寫的內容都在。</translation>
    </message>
    <message>
        <source>工单现在的状态，或您的职责，不能做这一步；什么也没有变。请看“经过”。</source>
        <translation>工單現在的狀態，或您的職責，不能做這一步；什麼也沒有變。請看「經過」。</translation>
    </message>
    <message>
        <source>没有改动。请选另一个单位、时限或缓急。</source>
        <translation>沒有改動。請選另一個單位、時限或緩急。</translation>
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
        <source>签退</source>
        <translation>簽退</translation>
    </message>
    <message>
        <source>失联</source>
        <translation>失聯</translation>
    </message>
    <message>
        <source>还没有送出</source>
        <translation>還沒有送出</translation>
    </message>
    <message>
        <source>等值班长答复</source>
        <translation>等值班長答覆</translation>
    </message>
    <message>
        <source>已获准</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>没有获准</source>
        <translation>沒有核准</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>正在离席</source>
        <translation>正在離席</translation>
    </message>
    <message>
        <source>已回席</source>
        <translation>已回席</translation>
    </message>
    <message>
        <source>过时未用</source>
        <translation>過時未用</translation>
    </message>
    <message>
        <source>{name} 锁定了本席：{why}</source>
        <translation>{name} 鎖定了本席：{why}</translation>
    </message>
    <message>
        <source>{name} 让本席退出登录：{why}</source>
        <translation>{name} 讓本席登出：{why}</translation>
    </message>
    <message>
        <source>{name} 请您回席：{why}</source>
        <translation>{name} 請您回席：{why}</translation>
    </message>
    <message>
        <source>{name} 在席位 {why} 登录了。草稿都在；不是您本人，请马上告诉值班长。</source>
        <translation>{name} 在席位 {why} 登入了。草稿都在；不是您本人，請馬上告訴值班長。</translation>
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
        <source>等着发出</source>
        <translation>等待發出</translation>
    </message>
    <message>
        <source>要打电话</source>
        <translation>要打電話</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>已送達</translation>
    </message>
    <message>
        <source>没有送达</source>
        <translation>沒有送達</translation>
    </message>
    <message>
        <source>已电话通知</source>
        <translation>已電話通知</translation>
    </message>
    <message>
        <source>工单作废，没有发</source>
        <translation>工單作廢，沒有發</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>連不上</translation>
    </message>
    <message>
        <source>线路的密码不对</source>
        <translation>線路的密碼不對</translation>
    </message>
    <message>
        <source>没有这个收件人</source>
        <translation>沒有這個收件人</translation>
    </message>
    <message>
        <source>对方不收</source>
        <translation>對方不收</translation>
    </message>
    <message>
        <source>线路没有可信的加密</source>
        <translation>線路沒有可信的加密</translation>
    </message>
    <message>
        <source>规则里没有这条线路</source>
        <translation>規則裡沒有這條線路</translation>
    </message>
    <message>
        <source>登记处置</source>
        <translation>登記處置</translation>
    </message>
    <message>
        <source>核查合格</source>
        <translation>覆查合格</translation>
    </message>
    <message>
        <source>结案</source>
        <translation>結案</translation>
    </message>
    <message>
        <source>并入另一案件</source>
        <translation>併入另一案件</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>转给别人办</source>
        <translation>轉給別人辦</translation>
    </message>
    <message>
        <source>案件 {number} 已预立案，等值班长立案。</source>
        <translation>案件 {number} 已預立案，等值班長立案。</translation>
    </message>
    <message>
        <source>案件 {number} 已立案。</source>
        <translation>案件 {number} 已立案。</translation>
    </message>
    <message>
        <source>案件 {number} 已退回。</source>
        <translation>案件 {number} 已退回。</translation>
    </message>
    <message>
        <source>案件 {number} 已派工。</source>
        <translation>案件 {number} 已派工。</translation>
    </message>
    <message>
        <source>案件 {number} 已处置。</source>
        <translation>案件 {number} 已處置。</translation>
    </message>
    <message>
        <source>案件 {number} 核查合格。</source>
        <translation>案件 {number} 覆查合格。</translation>
    </message>
    <message>
        <source>案件 {number} 已结案。</source>
        <translation>案件 {number} 已結案。</translation>
    </message>
    <message>
        <source>案件 {number} 已并入另一案件。</source>
        <translation>案件 {number} 已併入另一案件。</translation>
    </message>
    <message>
        <source>案件 {number} 已作废。</source>
        <translation>案件 {number} 已作廢。</translation>
    </message>
    <message>
        <source>案件 {number} 已恢复。</source>
        <translation>案件 {number} 已恢復。</translation>
    </message>
    <message>
        <source>案件 {number} 已重新打开。</source>
        <translation>案件 {number} 已重新開啟。</translation>
    </message>
    <message>
        <source>案件 {number} 已转交。</source>
        <translation>案件 {number} 已轉交。</translation>
    </message>
    <message>
        <source>请监督员核实</source>
        <translation>請巡查員查證</translation>
    </message>
    <message>
        <source>请监督员核查</source>
        <translation>請巡查員覆查</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>查證</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>覆查</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>屬實</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>不屬實</translation>
    </message>
    <message>
        <source>无法确认</source>
        <translation>無法確認</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>不合格，退回重办</source>
        <translation>不合格，退回重辦</translation>
    </message>
    <message>
        <source>同一号码</source>
        <translation>同一號碼</translation>
    </message>
    <message>
        <source>地址相同</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>地点相近</source>
        <translation>地點相近</translation>
    </message>
    <message>
        <source>文字相近</source>
        <translation>文字相近</translation>
    </message>
    <message>
        <source>类别相同</source>
        <translation>類別相同</translation>
    </message>
    <message>
        <source>标记已确认，以后来电时显示。</source>
        <translation>標記已確認，以後來電時顯示。</translation>
    </message>
    <message>
        <source>标记已驳回，不再显示；提议和原因留有记录。</source>
        <translation>標記已駁回，不再顯示；提議和原因留有紀錄。</translation>
    </message>
    <message>
        <source>标记已解除，不再显示；原因留有记录。</source>
        <translation>標記已解除，不再顯示；原因留有紀錄。</translation>
    </message>
    <message>
        <source>待派</source>
        <translation>待派</translation>
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
        <source>派出</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>部分完成</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>登记结果</source>
        <translation>登記結果</translation>
    </message>
    <message>
        <source>结单</source>
        <translation>結單</translation>
    </message>
    <message>
        <source>作废工单</source>
        <translation>作廢工單</translation>
    </message>
    <message>
        <source>作废并重开</source>
        <translation>作廢並重開</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>催辦</translation>
    </message>
    <message>
        <source>加派单位</source>
        <translation>加派單位</translation>
    </message>
    <message>
        <source>改派、改时限</source>
        <translation>改派、改時限</translation>
    </message>
    <message>
        <source>由我结单</source>
        <translation>由我結單</translation>
    </message>
    <message>
        <source>不由我结单</source>
        <translation>不由我結單</translation>
    </message>
    <message>
        <source>已派出</source>
        <translation>已派出</translation>
    </message>
    <message>
        <source>已到场</source>
        <translation>已到場</translation>
    </message>
    <message>
        <source>部分完成，已记下</source>
        <translation>部分完成，已記下</translation>
    </message>
    <message>
        <source>结果已登记</source>
        <translation>結果已登記</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>已作废，可以从案件重开</source>
        <translation>已作廢，可以從案件重開</translation>
    </message>
    <message>
        <source>已加派单位</source>
        <translation>已加派單位</translation>
    </message>
    <message>
        <source>已改</source>
        <translation>已改</translation>
    </message>
    <message>
        <source>由您结单</source>
        <translation>由您結單</translation>
    </message>
    <message>
        <source>不再由您结单</source>
        <translation>不再由您結單</translation>
    </message>
    <message>
        <source>未接来电</source>
        <translation>未接來電</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>承诺回电</source>
        <translation>承諾回電</translation>
    </message>
    <message>
        <source>请示有了答复</source>
        <translation>請示有了答覆</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>投诉回访</source>
        <translation>客訴回訪</translation>
    </message>
    <message>
        <source>欠着</source>
        <translation>欠著</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>已辦</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>已逾時</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>请示</source>
        <translation>請示</translation>
    </message>
    <message>
        <source>待立案</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>核实与核查</source>
        <translation>查證與覆查</translation>
    </message>
    <message>
        <source>我首问·未办结</source>
        <translation>我首問·未辦結</translation>
    </message>
    <message>
        <source>遗留草稿</source>
        <translation>遺留草稿</translation>
    </message>
    <message>
        <source>我经办</source>
        <translation>我承辦</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>待回訪</translation>
    </message>
    <message>
        <source>待回电</source>
        <translation>待回電</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>客訴</translation>
    </message>
    <message>
        <source>欠项</source>
        <translation>待補項目</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>待複核</translation>
    </message>
    <message>
        <source>漏登错登上报</source>
        <translation>漏登錯登上報</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>其他人的冲突</source>
        <translation>其他人的衝突</translation>
    </message>
    <message>
        <source>不是本人的登录</source>
        <translation>非本人的登入</translation>
    </message>
    <message>
        <source>一人两席</source>
        <translation>一人兩席</translation>
    </message>
    <message>
        <source>其他人经办</source>
        <translation>他人承辦</translation>
    </message>
    <message>
        <source>丢弃的草稿</source>
        <translation>捨棄的草稿</translation>
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
        <source>通讯录</source>
        <translation>通訊錄</translation>
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
        <source>离席申请</source>
        <translation>離席申請</translation>
    </message>
    <message>
        <source>已丢弃的草稿</source>
        <translation>已捨棄的草稿</translation>
    </message>
    <message>
        <source>冲突的处理</source>
        <translation>衝突的處理</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>來電</translation>
    </message>
    <message>
        <source>名单上的住户</source>
        <translation>名單上的住戶</translation>
    </message>
    <message>
        <source>抽样</source>
        <translation>抽樣</translation>
    </message>
    <message>
        <source>回电</source>
        <translation>回電</translation>
    </message>
    <message>
        <source>记事</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>投诉的处理</source>
        <translation>客訴的處理</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>派工</source>
        <translation>派工</translation>
    </message>
    <message>
        <source>打印派工单</source>
        <translation>列印派工單</translation>
    </message>
    <message>
        <source>处理了与别席的冲突</source>
        <translation>處理了與別席的衝突</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>新增附件</translation>
    </message>
    <message>
        <source>关联案件</source>
        <translation>關聯案件</translation>
    </message>
    <message>
        <source>取消关联</source>
        <translation>取消關聯</translation>
    </message>
    <message>
        <source>拆出案件</source>
        <translation>拆出案件</translation>
    </message>
    <message>
        <source>由案件拆出</source>
        <translation>由案件拆出</translation>
    </message>
    <message>
        <source>投诉交办</source>
        <translation>客訴交辦</translation>
    </message>
    <message>
        <source>投诉重新交办</source>
        <translation>客訴重新交辦</translation>
    </message>
    <message>
        <source>投诉处理完毕</source>
        <translation>客訴處理完畢</translation>
    </message>
    <message>
        <source>已反馈客户</source>
        <translation>已回覆客戶</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>已回訪</translation>
    </message>
    <message>
        <source>回访，客户不满意</source>
        <translation>回訪，客戶不滿意</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>關聯</translation>
    </message>
    <message>
        <source>拆出</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>拆自</source>
        <translation>拆自</translation>
    </message>
    <message>
        <source>投诉待交办</source>
        <translation>客訴待交辦</translation>
    </message>
    <message>
        <source>投诉处理中</source>
        <translation>客訴處理中</translation>
    </message>
    <message>
        <source>投诉待反馈</source>
        <translation>客訴待回覆</translation>
    </message>
    <message>
        <source>投诉待回访</source>
        <translation>客訴待回訪</translation>
    </message>
    <message>
        <source>投诉已办结</source>
        <translation>客訴已辦結</translation>
    </message>
    <message>
        <source>草稿的接手</source>
        <translation>草稿的接手</translation>
    </message>
    <message>
        <source>案件的流转</source>
        <translation>案件的流轉</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>複核</translation>
    </message>
    <message>
        <source>无误</source>
        <translation>無誤</translation>
    </message>
    <message>
        <source>错登</source>
        <translation>錯登</translation>
    </message>
    <message>
        <source>漏登</source>
        <translation>漏登</translation>
    </message>
    <message>
        <source>上报已阅</source>
        <translation>上報已閱</translation>
    </message>
    <message>
        <source>显示号码</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>補印</translation>
    </message>
    <message>
        <source>派工单登记</source>
        <translation>派工單登記</translation>
    </message>
    <message>
        <source>保留了现在用的</source>
        <translation>保留了現在用的</translation>
    </message>
    <message>
        <source>改用了没有采用的</source>
        <translation>改用了沒有採用的</translation>
    </message>
    <message>
        <source>改成了别的内容</source>
        <translation>改成了別的內容</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>正在送出</source>
        <translation>正在送出</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>已列印</translation>
    </message>
    <message>
        <source>已存为 PDF</source>
        <translation>已存為 PDF</translation>
    </message>
    <message>
        <source>已交打印机</source>
        <translation>已交印表機</translation>
    </message>
    <message>
        <source>没有打出</source>
        <translation>沒有印出</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>正在取消</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>送出时程序中断了</source>
        <translation>送出時程式中斷了</translation>
    </message>
    <message>
        <source>打印服务里已经没有它</source>
        <translation>列印服務裡已經沒有它</translation>
    </message>
    <message>
        <source>在打印服务里被取消</source>
        <translation>在列印服務裡被取消</translation>
    </message>
    <message>
        <source>打印服务放弃了它</source>
        <translation>列印服務放棄了它</translation>
    </message>
    <message>
        <source>在打印服务里被扣住</source>
        <translation>在列印服務裡被扣住</translation>
    </message>
    <message>
        <source>在打印服务里停住了</source>
        <translation>在列印服務裡停住了</translation>
    </message>
    <message>
        <source>送出后没有回应</source>
        <translation>送出後沒有回應</translation>
    </message>
    <message>
        <source>工单已不在本席</source>
        <translation>工單已不在本席</translation>
    </message>
    <message>
        <source>磁盘满了</source>
        <translation>磁碟滿了</translation>
    </message>
    <message>
        <source>文件夹不能写</source>
        <translation>資料夾不能寫</translation>
    </message>
    <message>
        <source>字体文件坏了</source>
        <translation>字型檔壞了</translation>
    </message>
    <message>
        <source>就绪</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>打印中</source>
        <translation>列印中</translation>
    </message>
    <message>
        <source>不知出纸没有</source>
        <translation>不知出紙沒有</translation>
    </message>
    <message>
        <source>脱机</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>缺紙</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>卡紙</translation>
    </message>
    <message>
        <source>盖子没关</source>
        <translation>蓋子沒關</translation>
    </message>
    <message>
        <source>缺墨</source>
        <translation>缺墨</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>不收任务</source>
        <translation>不收任務</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>打印服务没有运行</source>
        <translation>列印服務沒有執行</translation>
    </message>
    <message>
        <source>没有装打印程序</source>
        <translation>沒有裝列印程式</translation>
    </message>
    <message>
        <source>没有回应</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>没有接受</source>
        <translation>沒有接受</translation>
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
        <source>有记录发不出去，已存本机</source>
        <translation>有紀錄送不出去，已存本機</translation>
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
        <source>没有可信的加密线路，没有发送，已存本机</source>
        <translation>沒有可信的加密線路，沒有發送，已存本機</translation>
    </message>
    <message>
        <source>中心今天收满了本席的，已存本机</source>
        <translation>中心今天收滿了本席的，已存本機</translation>
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
        <source>最近 30 天的记录先到，其余在后台取；可以照常工作。</source>
        <translation>最近 30 天的紀錄先到，其餘在背景取；可以照常工作。</translation>
    </message>
    <message>
        <source>有记录被中心库退回或与别席冲突。两边的内容都留着，请在“需要处理”里查看。</source>
        <translation>有紀錄被中心資料庫退回，或與其他席位衝突。兩邊的內容都保留，請在「需要處理」中查看。</translation>
    </message>
    <message>
        <source>中心库连得上，却一直没有收下最早的一条。记录都在本机，不会丢；请告诉值班长或管理员。</source>
        <translation>中心資料庫連得上，卻一直沒有收下最早的一筆。紀錄都在本機，不會遺失；請告知值班長或管理員。</translation>
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
        <source>连不上中心库，这一步没有做成，什么也没有变。网络恢复后再试。</source>
        <translation>連不上中心庫，這一步沒有做成，什麼也沒有變。網路恢復後再試。</translation>
    </message>
    <message>
        <source>这次申请已经答复过，或已撤回，没有再改。列表马上更新。</source>
        <translation>這次申請已經答覆過，或已撤回，沒有再改。列表馬上更新。</translation>
    </message>
    <message>
        <source>没有收下：申请由别人答复，撤回由本人；离线登录要先确认。什么也没有变。</source>
        <translation>沒有收下：申請由別人答覆，撤回由本人；離線登入要先確認。什麼也沒有變。</translation>
    </message>
    <message>
        <source>这条受理记录上您自己也有没存的内容，没有接手。两边都在；请先保存或丢弃您的，再接手。</source>
        <translation>這條受理記錄上您自己也有沒存的內容，沒有接手。兩邊都在；請先儲存或捨棄您的，再接手。</translation>
    </message>
    <message>
        <source>坐席工作台没有开着，或是另一个用户开的。这次来电没有记下，请由电话系统另行登记。</source>
        <translation>坐席工作台沒有開著，或是另一個使用者開的。這次來電沒有記下，請由電話系統另行登記。</translation>
    </message>
    <message>
        <source>坐席工作台没有回应，不知道记下没有。请带着同一个 --id 再告知一次，不会重复。</source>
        <translation>坐席工作台沒有回應，不知道記下沒有。請帶著同一個 --id 再告知一次，不會重複。</translation>
    </message>
    <message>
        <source>坐席工作台开着，启动后还没有人登录过，数据是锁着的。这次来电没有记下，请由电话系统另行登记。</source>
        <translation>坐席工作台開著，啟動後還沒有人登入過，資料是鎖著的。這次來電沒有記下，請由電話系統另行登記。</translation>
    </message>
    <message>
        <source>这次来电没有存成（代码 disk），之前的都还在。请检查磁盘，再带着同一个 --id 告知一次。</source>
        <translation>這次來電沒有存成（代碼 disk），之前的都還在。請檢查磁碟，再帶著同一個 --id 告知一次。</translation>
    </message>
    <message>
        <source>--from 不是电话号码，没有记下。请写全号码，例如 13800001234 或 0571-88886666。</source>
        <translation>--from 不是電話號碼，沒有記下。請寫全號碼，例如 13800001234 或 0571-88886666。</translation>
    </message>
    <message>
        <source>--to 最长 32 个字，不能有控制字符。没有记下。</source>
        <translation>--to 最長 32 個字，不能有控制字元。沒有記下。</translation>
    </message>
    <message>
        <source>--id 最长 128 个字，不能有控制字符。没有记下。</source>
        <translation>--id 最長 128 個字，不能有控制字元。沒有記下。</translation>
    </message>
    <message>
        <source>--event 只能是 ring、answer、end、missed 或 message。没有记下。</source>
        <translation>--event 只能是 ring、answer、end、missed 或 message。沒有記下。</translation>
    </message>
    <message>
        <source>--at 不是 31 天以内的时间，没有记下。请照 2026-11-21T09:31:05+08:00 这样写。</source>
        <translation>--at 不是 31 天以內的時間，沒有記下。請照 2026-11-21T09:31:05+08:00 這樣寫。</translation>
    </message>
    <message>
        <source>本席没有这次来电，没有记下。请先告知 ring，或核对 --id 和 --from。</source>
        <translation>本席沒有這次來電，沒有記下。請先告知 ring，或核對 --id 和 --from。</translation>
    </message>
    <message>
        <source>与这次来电已经告知的时间或结果相反，没有记下；先告知的不变。请核对 --event 和 --at。</source>
        <translation>與這次來電已經告知的時間或結果相反，沒有記下；先告知的不變。請核對 --event 和 --at。</translation>
    </message>
    <message>
        <source>打印机 {printer} 没有回应，派工单 {number} 没有送出。{safe}</source>
        <translation>印表機 {printer} 沒有回應，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>“{name}”打不开，没有添加。请确认它是一个文件，并且没有被别的程序占用。</source>
        <translation>「{name}」打不開，沒有新增。請確認它是一個檔案，並且沒有被別的程式佔用。</translation>
    </message>
    <message>
        <source>“{name}”是空文件，没有添加。</source>
        <translation>「{name}」是空檔案，沒有新增。</translation>
    </message>
    <message>
        <source>“{name}”超过 {most}，没有添加。请先压缩，或截取一部分再添加。</source>
        <translation>「{name}」超過 {most}，沒有新增。請先壓縮，或擷取一部分再新增。</translation>
    </message>
    <message>
        <source>“{name}”不是照片也不是录音，没有添加。照片要 JPEG 或 PNG，录音要 WAV、MP3、M4A、AMR、OGG 或 FLAC。</source>
        <translation>「{name}」不是照片也不是錄音，沒有新增。照片要 JPEG 或 PNG，錄音要 WAV、MP3、M4A、AMR、OGG 或 FLAC。</translation>
    </message>
    <message>
        <source>“{name}”是损坏的图片，没有添加。请换一张，或重新截图。</source>
        <translation>「{name}」是損壞的圖片，沒有新增。請換一張，或重新擷圖。</translation>
    </message>
    <message>
        <source>本中心不收录音，“{name}”没有添加。</source>
        <translation>本中心不收錄音，「{name}」沒有新增。</translation>
    </message>
    <message>
        <source>“{name}”已经在附件里了，没有再添加一份。</source>
        <translation>「{name}」已經在附件裡了，沒有再新增一份。</translation>
    </message>
    <message>
        <source>工号或密码不对。请核对后再输一次；本席的数据没有变。</source>
        <translation>工號或密碼不對。請核對後再輸入一次；本席的資料沒有變動。</translation>
    </message>
    <message>
        <source>工号或密码不对。现在连不上中心，请用上次在本席登录时的密码；本席的数据没有变。</source>
        <translation>工號或密碼不對。現在連不上中心，請用上次在本席登入時的密碼；本席的資料沒有變。</translation>
    </message>
    <message>
        <source>您的密码是管理员设的，要先换一个。请按“换人登录”，用它登录一次；数据都在。</source>
        <translation>您的密碼是管理員設的，要先換一個。請按「換人登入」，用它登入一次；資料都在。</translation>
    </message>
    <message>
        <source>新密码和现在的一样，没有换。请换一个。</source>
        <translation>新密碼和現在的一樣，沒有換。請換一個。</translation>
    </message>
    <message>
        <source>连不上中心，密码没有换，原来的照用。请在网络恢复后再换。</source>
        <translation>連不上中心，密碼沒有換，原來的照用。請在網路恢復後再換。</translation>
    </message>
    <message>
        <source>中心没有回答，不知道密码换了没有。数据没有变；请先用原来的登录，不对再用新的。</source>
        <translation>中心沒有回答，不知道密碼換了沒有。資料沒有變；請先用原來的登入，不對再用新的。</translation>
    </message>
    <message>
        <source>您的工号正在别的席位使用，没有在这里登录。数据没有变；请先在那边退出登录，再试一次。</source>
        <translation>您的工號正在別的席位使用，沒有在這裡登入。資料沒有變；請先在那邊登出，再試一次。</translation>
    </message>
    <message>
        <source>工号或密码输错多次：{left} 后可以再输。本席的数据没有变。</source>
        <translation>工號或密碼輸錯多次：{left} 後可以再輸。本席的資料沒有變。</translation>
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
        <source>本席今天送到中心库的太多，中心库明天再收。数据都在本席；请告诉管理员。</source>
        <translation>本席今天送到中心資料庫的太多，中心資料庫明天再收。資料都在本席；請告訴管理員。</translation>
    </message>
    <message>
        <source>离线太久，本席要先连上中心才能登录。已存的数据都在；请检查网络，或请值班长协助。</source>
        <translation>離線太久，本席要先連上中心才能登入。已存的資料都在；請檢查網路，或請值班長協助。</translation>
    </message>
    <message>
        <source>这把恢复密钥打不开本席：它是别的中心的，或者本席还没有听说过它。本席的数据没有变。</source>
        <translation>這把復原金鑰打不開本席：它是別的中心的，或者本席還沒有聽說過它。本席的資料沒有變。</translation>
    </message>
    <message>
        <source>这个文件不是恢复密钥，或者读不出来。本席的数据没有变。</source>
        <translation>這個檔案不是復原金鑰，或者讀不出來。本席的資料沒有變。</translation>
    </message>
    <message>
        <source>本席没有这个工号，或者已经停用。数据没有变；请核对工号，或换一个在职的人。</source>
        <translation>本席沒有這個工號，或者已經停用。資料沒有變；請核對工號，或換一個在職的人。</translation>
    </message>
    <message>
        <source>系统密钥库没有回应，可能正在另一个窗口里等人解锁。数据没有变；请先解锁它，再登录。</source>
        <translation>系統金鑰庫沒有回應，可能正在另一個視窗裡等人解鎖。資料沒有變；請先解鎖它，再登入。</translation>
    </message>
    <message>
        <source>系统密钥库出错，本席打不开。数据没有变；请注销系统后再登录，仍不行请告诉管理员。</source>
        <translation>系統金鑰庫出錯，本席打不開。資料沒有變；請登出系統後再登入，仍不行請告訴管理員。</translation>
    </message>
    <message>
        <source>密码不对，还没有提交。您选的都还在，请再输一次密码。</source>
        <translation>密碼不對，還沒有送出。您選的都還在，請再輸入一次密碼。</translation>
    </message>
    <message>
        <source>连不上中心库，还没有提交。您选的都还在，什么也没有丢；网络恢复后再提交一次。</source>
        <translation>連不上中心資料庫，還沒有送出。您選的都還在，什麼也沒有遺失；網路恢復後再送出一次。</translation>
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
        <source>核对密码的时候本席又锁定了，没有打开。什么也没有丢；请再输一次密码。</source>
        <translation>核對密碼的時候本席又鎖定了，沒有開啟。什麼也沒有遺失；請再輸入一次密碼。</translation>
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
        <source>{n} 份草稿还没写到磁盘：磁盘满了，所以没有关闭。请先腾出空间；再关一次，这些草稿就没有了。</source>
        <translation>{n} 份草稿還沒寫到磁碟：磁碟滿了，所以沒有關閉。請先騰出空間；再關一次，這些草稿就沒有了。</translation>
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
        <translation>工作台打不開（已寫入紀錄檔）。資料都在，沒有變動；請再登入一次，仍不行請告知管理員。</translation>
    </message>
    <message>
        <source>派工单 {number} 没有存成 PDF。工单已保存，这次不计入打印次数；请检查磁盘后再按 F8。</source>
        <translation>派工單 {number} 沒有存成 PDF。工單已儲存，這次不計列印次數；請檢查磁碟後再按 F8。</translation>
    </message>
    <message>
        <source>内容太长，中心库收不下。请把长的几项删短，再发一次。</source>
        <translation>內容太長，中心資料庫收不下。請把長的幾項刪短，再送一次。</translation>
    </message>
    <message>
        <source>中心库没有这条记录的开头，所以接不上后面的改动。请先处理同一条记录更早的退回，再发一次。</source>
        <translation>中心資料庫沒有這筆紀錄的開頭，所以接不上後面的更動。請先處理同一筆紀錄更早的退回，再送一次。</translation>
    </message>
    <message>
        <source>中心库不认写下它的那次登录。内容没有问题的话，直接再发一次，就以您现在的登录发出。</source>
        <translation>中心資料庫不認寫下它的那次登入。內容沒有問題的話，直接再送一次，就以您現在的登入送出。</translation>
    </message>
    <message>
        <source>中心库还不认识这一类记录。请告诉管理员升级中心库，之后再发一次。</source>
        <translation>中心資料庫還不認識這一類紀錄。請告訴管理員升級中心資料庫，之後再送一次。</translation>
    </message>
    <message>
        <source>别席先改了同一项，这里写的没有被采用。两边的内容都留着；您可以改好再发一次。</source>
        <translation>其他席位先改了同一項，這裡寫的沒有被採用。兩邊的內容都保留；您可以改好再送一次。</translation>
    </message>
    <message>
        <source>它的编号是别席的，中心库没有收。请告诉管理员，并照着这里的内容重新受理一次。</source>
        <translation>它的編號是別席的，中心資料庫沒有收。請告訴管理員，並照著這裡的內容重新受理一次。</translation>
    </message>
    <message>
        <source>被投诉人不能处理这件投诉，中心库没有收。请由主管重新交办给别人；写下的内容都在本席。</source>
        <translation>被客訴人不能處理這件客訴，中心庫沒有收。請由主管重新交辦給別人；寫下的內容都在本席。</translation>
    </message>
    <message>
        <source>这一步不是写下它的人可以做的，中心库没有收。请由该做的人重新做一次；写下的内容都在本席。</source>
        <translation>這一步不是寫下它的人可以做的，中心庫沒有收。請由該做的人重新做一次；寫下的內容都在本席。</translation>
    </message>
    <message>
        <source>记事和附件写下后不能改，中心库没有收。要改请另记一笔“更正”。</source>
        <translation>記事和附件寫下後不能改，中心庫沒有收。要改請另記一筆「更正」。</translation>
    </message>
    <message>
        <source>附件超过中心库的上限，没有收。请压缩后重新添加。</source>
        <translation>附件超過中心庫的上限，沒有收。請壓縮後重新新增。</translation>
    </message>
    <message>
        <source>这一步要由值班长（或更高一级）来做，中心库没有收，案件没有变。请告诉值班长；不再需要就请值班长搁置。</source>
        <translation>這一步要由值班長（或更高一級）來做，中心資料庫沒有收，案件沒有變。請告訴值班長；不再需要就請值班長擱置。</translation>
    </message>
    <message>
        <source>案件已经不在能走这一步的状态，中心库没有收，案件没有变。请打开案件看“经过”，再决定怎么办。</source>
        <translation>案件已經不在能走這一步的狀態，中心資料庫沒有收，案件沒有變。請開啟案件看「經過」，再決定怎麼辦。</translation>
    </message>
    <message>
        <source>写下它的登录与上面的人对不上，中心库没有收。请由本人登录后再做一次。</source>
        <translation>寫下它的登入與上面的人對不上，中心資料庫沒有收。請由本人登入後再做一次。</translation>
    </message>
    <message>
        <source>中心库读不懂它的内容。请核对下面各项，再发一次。</source>
        <translation>中心資料庫讀不懂它的內容。請核對下面各項，再送一次。</translation>
    </message>
    <message>
        <source>中心库没有接受这一条（{reason}）。内容都在本席，不会丢；请核对后再发一次，仍不行请告诉管理员。</source>
        <translation>中心資料庫沒有接受這一筆（{reason}）。內容都在本席，不會遺失；請核對後再送一次，仍不行請告訴管理員。</translation>
    </message>
    <message>
        <source>派工单 {number} 没有排出来：程序的字体坏了。工单已保存，这次不计入打印次数；请告诉管理员。</source>
        <translation>派工單 {number} 沒有排出來：程式的字型壞了。工單已儲存，這次不計印次；請告訴管理員。</translation>
    </message>
    <message>
        <source>预览排不出来（代码 {reason}）。工单没有变；请再试一次，仍不行请把代码告诉管理员。</source>
        <translation>預覽排不出來（代碼 {reason}）。工單沒有變；請再試一次，仍不行請把代碼告訴管理員。</translation>
    </message>
    <message>
        <source>打印机 {printer} 已暂停，派工单 {number} 没有送出。{safe}</source>
        <translation>印表機 {printer} 已暫停，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>打印机 {printer} 不收任务，派工单 {number} 没有送出。{safe}</source>
        <translation>印表機 {printer} 不收任務，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>找不到打印机 {printer}，派工单 {number} 没有送出。{safe}</source>
        <translation>找不到印表機 {printer}，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>打印服务没有运行，派工单 {number} 没有送出。{safe}</source>
        <translation>列印服務沒有執行，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>这台电脑没有装打印程序，派工单 {number} 没有送出。{safe}</source>
        <translation>這台電腦沒有裝列印程式，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>打印机 {printer} 没有接受，派工单 {number} 没有送出。{safe}</source>
        <translation>印表機 {printer} 沒有接受，派工單 {number} 沒有送出。{safe}</translation>
    </message>
    <message>
        <source>请先输入工号。</source>
        <translation>請先輸入工號。</translation>
    </message>
    <message>
        <source>中心的记录对不上，没有发送，已存本机</source>
        <translation>中心的紀錄對不上，沒有傳送，已存本機</translation>
    </message>
    <message>
        <source>首次同步，已取 {n} 条</source>
        <translation>首次同步，已取 {n} 筆</translation>
    </message>
    <message>
        <source>与中心之间没有验证过的加密线路，密码和记录都没有发送。数据没有变；请向管理员要一份新的入网文件。</source>
        <translation>與中心之間沒有驗證過的加密線路，密碼和紀錄都沒有傳送。資料沒有變；請向管理員要一份新的入網檔案。</translation>
    </message>
    <message>
        <source>中心库里本席的记录与本席发过的对不上，没有再发送。数据没有变；请马上告诉管理员。</source>
        <translation>中心資料庫裡本席的紀錄與本席傳過的對不上，沒有再傳送。資料沒有變；請馬上告訴管理員。</translation>
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
        <source>这一类内容只能由中心库改，席位改不了。请告诉值班长搁置，或在中心改。</source>
        <translation>這一類內容只能由中心資料庫改，席位無法更改。請告訴值班長擱置，或在中心改。</translation>
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
        <source>PDF 已存好，没有计入打印次数。</source>
        <translation>PDF 已存好，沒有計印次。</translation>
    </message>
    <message>
        <source>{printer}，纸盘 {tray}</source>
        <translation>{printer}，紙匣 {tray}</translation>
    </message>
    <message>
        <source>{name}（{state}）</source>
        <translation>{name}（{state}）</translation>
    </message>
    <message>
        <source>上次登录以来，本席有 {n} 次密码不对。不是您输的，请告诉值班长。</source>
        <translation>上次登入以來，本席有 {n} 次密碼不對。不是您輸的，請告訴值班長。</translation>
    </message>
    <message>
        <source>有新来电。登录后可以看到，没有接到的会记为欠回电。</source>
        <translation>有新來電。登入後可以看到，沒有接到的會記為欠回電。</translation>
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
    <name>Work</name>
    <message>
        <source>这一条不在本席，可能还没有同步过来。</source>
        <translation>這一筆不在本席，可能還沒有同步過來。</translation>
    </message>
    <message>
        <source>新建 {}</source>
        <translation>新建 {}</translation>
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
        <source>已关闭“{}”。</source>
        <translation>已關閉「{}」。</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>表单有了新版本：{}。新受理用它，已经打开的照原来的填完。</source>
        <translation>表單有了新版本：{}。新受理用它，已經開啟的照原來的填完。</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
    <message>
        <source>草稿已丢弃，一天之内可以在“待办”里找回。</source>
        <translation>草稿已捨棄，一天之內可以在「待辦」裡找回。</translation>
    </message>
    <message>
        <source>草稿已退还 {}，您改的已丢弃。</source>
        <translation>草稿已退還 {}，您改的已捨棄。</translation>
    </message>
    <message>
        <source>这份草稿已经不在了。</source>
        <translation>這份草稿已經不在了。</translation>
    </message>
    <message>
        <source>已接手 {} 的草稿，由您办完。</source>
        <translation>已接手 {} 的草稿，由您辦完。</translation>
    </message>
    <message>
        <source>已经改过，没有退还。要退还，请先丢弃您改的（Ctrl+Shift+D）。</source>
        <translation>已經改過，沒有退還。要退還，請先捨棄您改的（Ctrl+Shift+D）。</translation>
    </message>
    <message>
        <source>已退还 {}。</source>
        <translation>已退還 {}。</translation>
    </message>
    <message>
        <source>已保存 {}。</source>
        <translation>已儲存 {}。</translation>
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
        <source>超 {}</source>
        <translation>逾 {}</translation>
    </message>
    <message>
        <source>留 {}</source>
        <translation>留 {}</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>在线等</source>
        <translation>線上等</translation>
    </message>
    <message>
        <source>{} 内</source>
        <translation>{} 內</translation>
    </message>
    <message>
        <source>退回的{}</source>
        <translation>退回的{}</translation>
    </message>
    <message>
        <source>冲突：{}</source>
        <translation>衝突：{}</translation>
    </message>
    <message>
        <source>{}（已被接手）</source>
        <translation>{}（已被接手）</translation>
    </message>
    <message>
        <source>{}：{} 户</source>
        <translation>{}：{} 戶</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>按键与帮助</source>
        <translation>按鍵與說明</translation>
    </message>
    <message>
        <source>打开帮助</source>
        <translation>開啟說明</translation>
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
        <source>回电：欠着的</source>
        <translation>回電：欠著的</translation>
    </message>
    <message>
        <source>插入常用语</source>
        <translation>插入常用語</translation>
    </message>
    <message>
        <source>受理渠道：电话、来访、来信…</source>
        <translation>受理管道：電話、臨櫃、來信…</translation>
    </message>
    <message>
        <source>列表：受理、案件、工单、客户</source>
        <translation>清單：受理、案件、工單、客戶</translation>
    </message>
    <message>
        <source>导入旧记录</source>
        <translation>匯入舊紀錄</translation>
    </message>
    <message>
        <source>命令：任何动作或记录</source>
        <translation>指令：任何動作或紀錄</translation>
    </message>
    <message>
        <source>下一个窗格</source>
        <translation>下一個窗格</translation>
    </message>
    <message>
        <source>上一个窗格</source>
        <translation>上一個窗格</translation>
    </message>
    <message>
        <source>下一张表单</source>
        <translation>下一張表單</translation>
    </message>
    <message>
        <source>上一张表单</source>
        <translation>上一張表單</translation>
    </message>
    <message>
        <source>关闭这张表单（草稿留着）</source>
        <translation>關閉這張表單（草稿保留）</translation>
    </message>
    <message>
        <source>丢弃草稿（可撤销）</source>
        <translation>捨棄草稿（可復原）</translation>
    </message>
    <message>
        <source>时限：快到的和超时的</source>
        <translation>時限：快到的與逾時的</translation>
    </message>
    <message>
        <source>漏登、错登登记</source>
        <translation>漏登、錯登登記</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>修改密碼</translation>
    </message>
    <message>
        <source>离席，锁定本席</source>
        <translation>離席，鎖定本席</translation>
    </message>
    <message>
        <source>申请离席</source>
        <translation>申請離席</translation>
    </message>
    <message>
        <source>请示上级</source>
        <translation>請示上級</translation>
    </message>
    <message>
        <source>整体派工</source>
        <translation>整批派工</translation>
    </message>
    <message>
        <source>置换通气结单</source>
        <translation>置換通氣結單</translation>
    </message>
    <message>
        <source>在席一览</source>
        <translation>在席一覽</translation>
    </message>
    <message>
        <source>遗留草稿</source>
        <translation>遺留草稿</translation>
    </message>
    <message>
        <source>通知线路的密码</source>
        <translation>通知線路的密碼</translation>
    </message>
    <message>
        <source>离线登录：是不是我</source>
        <translation>離線登入：是不是我</translation>
    </message>
    <message>
        <source>帮助：{}</source>
        <translation>說明：{}</translation>
    </message>
    <message>
        <source>请先打开要请示的受理或案件。</source>
        <translation>請先開啟要請示的受理或案件。</translation>
    </message>
    <message>
        <source>上面没有可以请示的人。</source>
        <translation>上面沒有可以請示的人。</translation>
    </message>
    <message>
        <source>本席单独使用，没有人答复离席申请。</source>
        <translation>本席單獨使用，沒有人答覆離席申請。</translation>
    </message>
    <message>
        <source>锁定时磁盘没有收下的 {} 份草稿找回来了，请看一遍。</source>
        <translation>鎖定時磁碟沒有收下的 {} 份草稿找回來了，請看一遍。</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>上一页  PgUp</source>
        <translation>上一頁  PgUp</translation>
    </message>
    <message>
        <source>下一页  PgDn</source>
        <translation>下一頁  PgDn</translation>
    </message>
    <message>
        <source>缩小  Ctrl+-</source>
        <translation>縮小  Ctrl+-</translation>
    </message>
    <message>
        <source>放大  Ctrl+=</source>
        <translation>放大  Ctrl+=</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>整頁</translation>
    </message>
    <message>
        <source>整页  Ctrl+0</source>
        <translation>整頁  Ctrl+0</translation>
    </message>
    <message>
        <source>第 {}/{} 页</source>
        <translation>第 {}/{} 頁</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>_Page</name>
    <message>
        <source>打开记录</source>
        <translation>開啟紀錄</translation>
    </message>
    <message>
        <source>不在本席</source>
        <translation>不在本席</translation>
    </message>
    <message>
        <source>还有 {} 条记录没有列出</source>
        <translation>還有 {} 筆紀錄沒有列出</translation>
    </message>
    <message>
        <source>用方向键选一条记录，再按 Enter 打开。</source>
        <translation>用方向鍵選一筆紀錄，再按 Enter 開啟。</translation>
    </message>
</context>
</TS>
