package vn.sohoa.dossier;

import static vn.sohoa.dossier.Problem.Blame.BUG;
import static vn.sohoa.dossier.Problem.Blame.CONFIGURATION;
import static vn.sohoa.dossier.Problem.Blame.INPUT;
import static vn.sohoa.dossier.Problem.Blame.OUTSIDE;
import static vn.sohoa.dossier.Problem.Blame.PAPER;

/**
 * Everything that can go wrong, as one table: whose fault, whether trying again can help, exit code, HTTP status, and what to
 * tell people in Vietnamese and English. The command line, the web, the steps and the morning report all read this table.
 */
public enum Problem {
    // spotless:off (a table is read in columns)
    // the file
    FILE_EMPTY(PAPER, false, 1, 422,
        "Tệp rỗng.", "Quét và nộp lại.",
        "The file is empty.", "Scan and send it again."),
    FILE_DAMAGED(PAPER, false, 1, 422,
        "Tệp hỏng hoặc bị cắt cụt, không đọc hết được.", "Lấy lại tệp từ máy quét hoặc quét lại.",
        "The file is damaged or cut short.", "Fetch it again from the scanner, or scan again."),
    FILE_PROTECTED(PAPER, false, 1, 422,
        "Tệp đặt mật khẩu nên không mở được.", "Bỏ mật khẩu rồi nộp lại.",
        "The file is protected by a password.", "Remove the password and send it again."),
    FILE_TOO_LARGE(PAPER, false, 1, 413,
        "Tệp vượt dung lượng cho phép.", "Quét với độ phân giải thấp hơn hoặc chia thành nhiều tệp.",
        "The file is larger than allowed.", "Scan at a lower resolution or split it."),
    UNPACKED_TOO_LARGE(PAPER, false, 1, 422,
        "Tệp nén phình ra quá lớn khi mở (có dấu hiệu \"bom nén\").", "Không mở tệp này; hỏi lại người nộp.",
        "The file unpacks to far too much (a zip bomb).", "Do not open it; ask the sender."),
    TOO_MANY_PAGES(PAPER, false, 1, 422,
        "Tệp có quá nhiều trang.", "Tách thành từng giấy tờ.",
        "The file has too many pages.", "Split it into single papers."),
    IMAGE_TOO_LARGE(PAPER, false, 1, 422,
        "Kích thước ảnh vượt giới hạn.", "Quét lại với độ phân giải 200 đến 300 dpi.",
        "The picture is larger than allowed.", "Scan again at 200 to 300 dpi."),
    TYPE_NOT_ACCEPTED(PAPER, false, 1, 415,
        "Loại tệp không được chấp nhận.", "Nộp PDF, TIFF, JPEG, PNG hoặc văn bản Office.",
        "Files of this kind are not accepted.", "Send PDF, TIFF, JPEG, PNG or an office document."),
    SECRET_MARK(PAPER, false, 1, 422,
        "Có dấu chỉ độ mật: không được số hóa trên hệ thống này.", "Chuyển người phụ trách văn bản mật xử lý.",
        "The paper bears a secrecy mark and must not be digitised here.", "Hand it to the officer for secret papers."),
    // the reader process
    READER_DIED(PAPER, true, 1, 422,
        "Tệp làm hỏng tiến trình đọc hai lần.", "Quét lại; nếu vẫn lỗi, báo kỹ thuật kèm mã giấy tờ.",
        "The file ended its reader process twice.", "Scan again; if it stays, tell the technicians."),
    READER_TIMEOUT(PAPER, true, 1, 422,
        "Đọc tệp quá thời gian cho phép.", "Quét lại; nếu vẫn lỗi, báo kỹ thuật.",
        "Reading took longer than allowed.", "Scan again; if it stays, tell the technicians."),
    READER_MEMORY(PAPER, true, 1, 422,
        "Đọc tệp cần nhiều bộ nhớ hơn cho phép.", "Quét với độ phân giải thấp hơn hoặc tách tệp.",
        "Reading needs more memory than allowed.", "Scan at a lower resolution or split the file."),
    READER_PROTOCOL(BUG, true, 1, 500,
        "Tiến trình đọc trả lời sai quy cách.", "Báo kỹ thuật kèm nhật ký.",
        "The reader process answered out of order.", "Tell the technicians and add the log."),
    OCR_UNAVAILABLE(CONFIGURATION, false, 2, 500,
        "Không khởi động được bộ nhận dạng chữ.", "Chạy ./sohoa doctor và làm theo hướng dẫn.",
        "The text recogniser does not start.", "Run ./sohoa doctor and follow its advice."),
    // the scan
    BLANK_PAGE(PAPER, false, 3, 422,
        "Trang trắng.", "Kiểm tra mặt giấy và quét lại.",
        "Blank page.", "Check the side and scan again."),
    RESOLUTION_LOW(PAPER, false, 3, 422,
        "Độ phân giải thấp hơn mức quy định.", "Quét lại từ 200 dpi trở lên.",
        "The resolution is below the norm.", "Scan again at 200 dpi or more."),
    PAGE_BLURRED(PAPER, false, 3, 422,
        "Ảnh bị nhòe.", "Quét lại.",
        "The picture is blurred.", "Scan again."),
    PAGE_SKEWED(PAPER, false, 3, 422,
        "Trang bị nghiêng quá mức.", "Đặt giấy thẳng và quét lại.",
        "The page is slanted too much.", "Straighten the paper and scan again."),
    COLOUR_MISSING(PAPER, false, 3, 422,
        "Giấy có dấu, ảnh hoặc chữ viết tay phải quét màu.", "Quét lại bằng chế độ màu.",
        "A paper with a seal, photo or handwriting must be scanned in colour.", "Scan again in colour."),
    DRAWING_RESOLUTION_LOW(PAPER, false, 3, 422,
        "Bản vẽ, bản đồ quét với độ phân giải thấp hơn mức quy định.", "Quét lại từ 300 dpi trở lên.",
        "A drawing or map is scanned below the norm.", "Scan again at 300 dpi or more."),
    PAGE_DARK(PAPER, false, 3, 422,
        "Ảnh quét quá tối.", "Tăng độ sáng của máy quét và quét lại.",
        "The picture is too dark.", "Raise the brightness of the scanner and scan again."),
    PAGE_FAINT(PAPER, false, 3, 422,
        "Chữ trên ảnh quá nhạt.", "Tăng độ tương phản và quét lại.",
        "The writing is too faint.", "Raise the contrast and scan again."),
    BLACK_BORDER(PAPER, false, 3, 422,
        "Ảnh có viền đen.", "Đậy nắp máy, chọn đúng khổ giấy và quét lại; viền hẹp thì bản khai thác tự cắt được.",
        "The picture has a black border.", "Close the lid, choose the right paper size and scan again."),
    EDGE_CUT(PAPER, false, 3, 422,
        "Chữ hoặc bảng bị cắt ở mép giấy.", "Đặt lại giấy cho đủ nội dung và quét lại.",
        "Letters or rules run off the page.", "Place the paper so that all of it shows and scan again."),
    EDGE_CLOSE(PAPER, false, 3, 422,
        "Chữ nằm sát mép ảnh.", "Đối chiếu với bản giấy; nếu thiếu chữ thì quét lại.",
        "Letters are close to the edge of the picture.", "Compare with the paper; scan again if letters are missing."),
    SIZE_DOUBTFUL(PAPER, false, 3, 422,
        "Kích thước thật của trang không khớp với độ phân giải ghi trong tệp.", "Kiểm tra tỷ lệ quét (100 %) và khổ giấy.",
        "The true size of the page does not fit the stated resolution.", "Check the scale (100 %) and the paper size."),
    DETAIL_LOW(PAPER, false, 3, 422,
        "Ảnh có ít chi tiết hơn độ phân giải ghi trong tệp.", "Quét từ bản giấy, không phóng to ảnh có sẵn.",
        "The picture holds less detail than its resolution claims.", "Scan the paper itself; do not enlarge pictures."),
    PAGE_STREAKED(PAPER, false, 3, 422,
        "Ảnh có vệt dọc do kính quét bẩn.", "Lau khe quét; nếu vệt che chữ thì quét lại.",
        "A streak from dirty glass runs down the page.", "Clean the glass; scan again if it covers letters."),
    PAGE_DOUBLE(PAPER, false, 3, 422,
        "Một trang được quét hai lần.", "Đối chiếu với bản giấy; bỏ trang thừa khi quét lại.",
        "A page was scanned twice.", "Compare with the paper; leave the extra page out when scanning again."),
    PAGES_MISSING(PAPER, false, 3, 422,
        "Số in trên các trang không liên tục: có thể thiếu trang.", "Đối chiếu với bản giấy; quét lại đủ trang.",
        "The printed page numbers have a gap: pages may be missing.", "Compare with the paper; scan all pages."),
    // what the machine doubts
    TYPE_UNSURE(PAPER, false, 3, 422,
        "Chưa xác định được loại giấy tờ.", "Chọn loại giấy tờ: ./sohoa review correct.",
        "The kind of paper is not certain.", "Choose the kind by ./sohoa review correct."),
    TEXT_UNSURE(PAPER, false, 3, 422,
        "Chữ khó đọc, kết quả nhận dạng chưa đáng tin.", "Đối chiếu với bản giấy hoặc quét lại.",
        "The text is hard to read.", "Compare with the paper, or scan again."),
    FIELD_MISSING(PAPER, false, 3, 422,
        "Thiếu thông tin bắt buộc.", "Nhập bổ sung từ bản giấy.",
        "A required field was not found.", "Key it in from the paper."),
    FIELD_UNSURE(PAPER, false, 3, 422,
        "Đọc được nhưng chưa chắc chắn.", "So với ảnh; chấp nhận hoặc sửa.",
        "It was read, but not for certain.", "Compare it with the picture; accept or correct it."),
    FIELD_CONFLICT(PAPER, false, 3, 409,
        "Thông tin đọc được mâu thuẫn với nhau hoặc với hồ sơ.", "Đối chiếu và chọn giá trị đúng.",
        "What was read contradicts itself or the dossier.", "Compare and choose the right value."),
    MANY_PAPERS(PAPER, false, 3, 422,
        "Tệp có vẻ gồm nhiều giấy tờ.", "Xem các trang được nêu; nếu đúng, tách bằng ./sohoa split rồi nộp lại từng giấy tờ.",
        "The file seems to hold several papers.", "Look at the pages named; if so, cut it by ./sohoa split and send each paper."),
    DUPLICATE_HELD(PAPER, false, 3, 409,
        "Giấy tờ này đã có trong kho.", "So sánh hai bản và quyết định; hệ thống không tự xóa.",
        "This paper is already held.", "Compare both and decide; nothing is deleted."),
    SIGNATURE_MISSING(PAPER, false, 3, 422,
        "Bản quét chưa có chữ ký số của người quét.", "Ký số bản quét rồi nộp lại.",
        "The scan lacks the scanning officer's signature.", "Sign the scan and send it again."),
    SIGNATURE_INVALID(PAPER, false, 3, 422,
        "Chữ ký số trong tệp không hợp lệ.", "Lấy lại bản gốc từ cơ quan ban hành.",
        "The digital signature in the file is not valid.", "Ask the issuing agency for the original."),
    SIGNATURE_DOUBT(PAPER, false, 3, 422,
        "Chưa xác minh được chữ ký số.", "Xem lý do và kiểm tra lại.",
        "The digital signature could not be verified.", "See the reasons and check again."),
    ATTEMPTS_USED_UP(PAPER, false, 1, 422,
        "Đã thử nhiều lần không thành công.", "Xem lỗi trước đó rồi cho chạy lại.",
        "Several attempts have failed.", "See the earlier errors, then retry."),
    // the delivery
    MANIFEST_INVALID(INPUT, false, 2, 422,
        "Tệp kê khai hồ sơ không đúng quy cách.", "Sửa theo chỗ được nêu rồi để lại vào hộp nhận.",
        "The manifest is not well formed.", "Mend what is named and leave it in the inbox again."),
    DOSSIER_CODE_INVALID(INPUT, false, 2, 422,
        "Mã hồ sơ không đúng quy cách.", "Đặt tên thư mục hoặc sửa tệp kê khai theo mã hồ sơ.",
        "Not a dossier code.", "Name the folder or the manifest by the dossier code."),
    FILE_MISSING(INPUT, false, 2, 422,
        "Không có tệp này hoặc không đọc được.", "Kiểm tra tên, quyền đọc; bổ sung tệp hoặc sửa bản kê khai.",
        "There is no such file, or it cannot be read.", "Check name and rights; add the file or mend the manifest."),
    FILE_REFUSED(INPUT, false, 2, 422,
        "Tệp không phải tệp thường (liên kết, ống dẫn) nên không nhận.", "Chép tệp thật vào thư mục hồ sơ.",
        "Not a plain file (a link or a pipe).", "Copy the real file into the folder."),
    DOSSIER_CHANGED(INPUT, true, 2, 409,
        "Hồ sơ đang được chép dở.", "Chờ chép xong; hệ thống tự nhận lại.",
        "The dossier is still being copied.", "Wait; it is taken up by itself."),
    NOT_FOUND(INPUT, false, 2, 404,
        "Không tìm thấy.", "Kiểm tra lại mã.",
        "Not found.", "Check the code."),
    NOT_SIGNABLE(PAPER, false, 1, 422,
        "Tệp có thành phần không được ký (mã lệnh, lớp ẩn, chú thích, đính kèm, chữ ký hỏng).", "Quét lại hoặc xuất lại thành PDF chỉ có trang, rồi ký.",
        "The file holds what must not be signed (scripts, layers, notes, attachments, a broken signature).", "Scan or export it again as plain pages, then sign."),
    SIGNER_CERTIFICATE(CONFIGURATION, false, 1, 500,
        "Chứng thư của người ký không dùng được.", "Kiểm tra hạn, tình trạng và mục đích của chứng thư; thay thiết bị hoặc gia hạn.",
        "The signing certificate cannot be used.", "Check its dates, status and purpose; renew it or take another token."),
    TOKEN_UNAVAILABLE(CONFIGURATION, true, 1, 503,
        "Không mở được thiết bị ký số.", "Cắm thiết bị, kiểm tra trình điều khiển, nhãn và PIN; sai PIN nhiều lần sẽ khóa thiết bị.",
        "The signing token cannot be opened.", "Plug it in; check driver, label and PIN. Wrong PINs lock a token."),
    TSA_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Dịch vụ cấp dấu thời gian không trả lời.", "Thử lại; kiểm tra mạng và sohoa.signing.tsa.url. Giấy tờ chờ, không mất.",
        "The time-stamp authority does not answer.", "Try again; check the network and sohoa.signing.tsa.url. Papers wait."),
    REVOCATION_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Chưa lấy được tình trạng chứng thư (OCSP, CRL) nên chưa ký được ở mức lâu dài.", "Thử lại; kiểm tra danh sách máy chủ được phép và nơi tin cậy.",
        "The status of a certificate (OCSP, CRL) is not to be had, so no lasting signature was made.", "Try again; check the allowed hosts and the trust anchors."),
    SIGNING_FAILED(BUG, true, 1, 500,
        "Chữ ký vừa tạo không qua được kiểm tra nên bị bỏ.", "Thử lại; nếu vẫn lỗi, báo kỹ thuật.",
        "The signature just made did not pass its check and was dropped.", "Try again; if it stays, tell the technicians."),
    SIGNED_NOT_CUT(INPUT, false, 2, 409,
        "Tệp đã ký số nên không tách: tách ra sẽ mất chữ ký.", "Lấy bản quét chưa ký để tách rồi ký từng giấy tờ; --propose cho biết khoảng trang.",
        "The file is signed and is not cut: its signature would be lost.", "Cut the unsigned scan and sign each paper; --propose names the page ranges."),
    WRONG_STATUS(INPUT, false, 2, 409,
        "Giấy tờ không ở trạng thái cho phép việc này.", "Xem trạng thái hiện tại của giấy tờ.",
        "The paper's status does not allow this.", "Look at its present status."),
    ALREADY_DECIDED(INPUT, false, 2, 409,
        "Giấy tờ đã được cán bộ khác quyết định hoặc đã thay đổi từ lúc xem.", "Xem lại bằng ./sohoa review show rồi quyết định tiếp.",
        "Another officer has decided, or the paper has changed since it was looked at.", "Look again by ./sohoa review show, then decide."),
    VALUE_INVALID(INPUT, false, 2, 422,
        "Giá trị không đúng dạng của trường này.", "Nhập đúng như trên giấy: ngày 28/09/2018, số định danh 12 chữ số, mã số thuế đúng số kiểm tra.",
        "The value does not fit the field.", "Key it in as on the paper: dates as 28/09/2018, ids of 12 digits, tax numbers with their check digit."),
    NOT_REUSABLE(INPUT, false, 4, 409,
        "Giấy tờ không được tái sử dụng.", "Xem các lý do kèm theo.",
        "The paper may not be used again.", "See the reasons."),
    SAME_PERSON(INPUT, false, 2, 409,
        "Người duyệt phải khác người nộp.", "Nhờ cán bộ khác duyệt.",
        "The approver must not be the uploader.", "Ask another officer."),
    OUTPUT_EXISTS(INPUT, false, 2, 409,
        "Tệp kết quả đã có, không ghi đè.", "Chọn tên khác hoặc xóa tệp cũ.",
        "The output exists and is not overwritten.", "Choose another name or remove the old one."),
    USAGE(INPUT, false, 2, 400,
        "Câu lệnh chưa đúng.", "Xem --help.",
        "Wrong usage.", "See --help."),
    CONFIGURATION_INVALID(CONFIGURATION, false, 2, 500,
        "Cấu hình không đúng.", "Sửa theo chỗ được nêu.",
        "The configuration is wrong.", "Mend what is named."),
    // the surroundings
    ANOTHER_RUN(CONFIGURATION, true, 1, 409,
        "Một tiến trình khác đang dùng thư mục dữ liệu này.", "Chờ xong hoặc dừng tiến trình kia.",
        "Another process is using this data folder.", "Wait, or stop the other one."),
    STORE_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Kho lưu trữ không ghi hoặc đọc được.", "Kiểm tra ổ đĩa và quyền ghi.",
        "The object store cannot be read or written.", "Check the disk and its rights."),
    STORE_CORRUPT(OUTSIDE, false, 1, 500,
        "Tệp trong kho không còn nguyên vẹn.", "Khôi phục từ bản sao lưu; không sử dụng tệp này.",
        "An object in the store is not intact.", "Restore it from the back-up; do not use it."),
    STORE_LOCKED(OUTSIDE, false, 1, 409,
        "Tệp trong kho đang bị khóa lưu trữ nên không xóa được.", "Chờ hết hạn khóa, hoặc nhờ quản trị kho gỡ khóa nếu được phép.",
        "An object is under a retention lock and cannot be removed.", "Wait for the lock to end, or ask the store's administrator."),
    DATABASE_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Cơ sở dữ liệu không truy cập được.", "Kiểm tra tiến trình và ổ đĩa.",
        "The database cannot be reached.", "Check the process and the disk."),
    INDEX_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Chỉ mục tìm kiếm không truy cập được.", "Chạy ./sohoa index rebuild.",
        "The search index cannot be reached.", "Run ./sohoa index rebuild."),
    INDEX_REFUSED(BUG, false, 1, 500,
        "Chỉ mục tìm kiếm không nhận một số giấy tờ; các giấy tờ khác đã vào.", "Báo kỹ thuật kèm các mã giấy tờ được nêu.",
        "The search index does not take some papers; all others are in.", "Tell the technicians and name the papers."),
    BACKUP_DAMAGED(OUTSIDE, false, 1, 500,
        "Bản sao lưu không còn nguyên vẹn.", "Dùng bản khác; xem ./sohoa backup --check.",
        "The back-up is not intact.", "Use another one; see ./sohoa backup --check."),
    TARGET_DIFFERS(INPUT, false, 2, 409,
        "Nơi đến có dữ liệu khác với nguồn.", "Dùng nơi đến còn trống; không ai làm việc ở đó trong lúc chép.",
        "The target holds data that the source does not have.", "Use an empty one; nobody may work there meanwhile."),
    QUEUE_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Hàng đợi giữa các máy không truy cập được.", "Kiểm tra máy chủ RabbitMQ và biến SOHOA_AMQP_URL.",
        "The queue between the machines cannot be reached.", "Check the RabbitMQ server and SOHOA_AMQP_URL."),
    TRUST_SOURCE_UNAVAILABLE(OUTSIDE, true, 1, 503,
        "Nơi trả lời về chứng thư hoặc dấu thời gian không trả lời được.", "Kiểm tra mạng và máy chủ được nêu; phần mềm tự hỏi lại.",
        "A host that answers for certificates or time-stamps does not answer.", "Check the network and the host named; it is asked again."),
    ADDRESS_NOT_ALLOWED(CONFIGURATION, false, 2, 500,
        "Địa chỉ không nằm trong danh sách được phép hỏi.", "Nếu tin cậy máy chủ đó, thêm vào sohoa.signing.network.allow (src/docs/trust.md).",
        "The address is not on the list of those that may be asked.", "If the host is trusted, add it to sohoa.signing.network.allow (src/docs/trust.md)."),
    RUN_INCOMPLETE(BUG, true, 1, 500,
        "Số giấy tờ đã xử lý không khớp với số phải xử lý.", "Chạy lại; nếu vẫn lệch, báo kỹ thuật.",
        "The papers dealt with do not add up to those planned.", "Run again; if it stays, tell the technicians."),
    INTERNAL(BUG, true, 1, 500,
        "Lỗi phần mềm.", "Báo kỹ thuật kèm nhật ký; dữ liệu không mất.",
        "A fault of the software.", "Tell the technicians and add the log; no data is lost.");
    // spotless:on

    /** Who has to act. */
    public enum Blame {
        /** The paper or its scan. */
        PAPER,
        /** What somebody handed in or typed. */
        INPUT,
        CONFIGURATION,
        /** Disk, database, another server. */
        OUTSIDE,
        BUG
    }

    // spotless:off (as the table)
    private final Blame blame;
    private final boolean retryable;
    private final int exitCode;
    private final int httpStatus;
    private final String vietnamese, remedyVietnamese, english, remedyEnglish;

    Problem(Blame blame, boolean retryable, int exitCode, int httpStatus,
            String vietnamese, String remedyVietnamese, String english, String remedyEnglish) {
        this.blame = blame;
        this.retryable = retryable;
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
        this.vietnamese = vietnamese;
        this.remedyVietnamese = remedyVietnamese;
        this.english = english;
        this.remedyEnglish = remedyEnglish;
    }

    public Blame blame() { return blame; }

    /** Whether the same work may succeed later without anybody mending anything. */
    public boolean retryable() { return retryable; }

    /** Exit code of a command that ends with this problem. */
    public int exitCode() { return exitCode; }

    public int httpStatus() { return httpStatus; }

    /** What happened and why, one sentence. */
    public String message(Language language) { return language == Language.VI ? vietnamese : english; }

    /** What to do, one sentence. */
    public String remedy(Language language) { return language == Language.VI ? remedyVietnamese : remedyEnglish; }
    // spotless:on
}
