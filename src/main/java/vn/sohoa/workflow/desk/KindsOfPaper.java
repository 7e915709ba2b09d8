package vn.sohoa.workflow.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.extraction.Extraction;

/** The kinds of paper (loại giấy tờ) that this installation knows, for lists to choose from. */
@Component
public class KindsOfPaper {
    private final Extraction extraction;

    KindsOfPaper(Extraction extraction) {
        this.extraction = extraction;
    }

    public List<DocumentType> all() {
        return extraction.types();
    }

    /** The Vietnamese name of a kind; the code itself where it is not known any more. */
    public String name(String code) {
        return code.equals(DocumentType.UNKNOWN.code())
                ? DocumentType.UNKNOWN.name()
                : extraction.type(code).map(DocumentType::name).orElse(code);
    }
}
