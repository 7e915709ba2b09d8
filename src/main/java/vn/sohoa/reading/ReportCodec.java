package vn.sohoa.reading;

import java.net.ProtocolException;
import java.util.List;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureReport.Reason;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.network.Question;

/** A signature report on the wire, with what the verifier lacked. */
final class ReportCodec {
    private static final int MAX_SIGNATURES = 1_000;
    private static final int MAX_REASONS = 1_000;
    private static final int MAX_TEXT_BYTES = 16_000;
    private static final int MAX_QUESTIONS = 100;
    private static final int MAX_BODY_BYTES = 2_000;

    private ReportCodec() {}

    /** @param lacking what would have to be asked to know more */
    record Judged(SignatureReport report, List<Question> lacking) {}

    static byte[] write(Judged judged) {
        SignatureReport report = judged.report();
        return new BodyWriter()
                .one(report.verdict())
                .list(report.reasons(), ReportCodec::writeReason)
                .list(report.signatures(), ReportCodec::writeSignature)
                .text(report.policy())
                .text(report.anchors())
                .list(judged.lacking(), ReportCodec::writeQuestion)
                .toBytes();
    }

    static Judged read(byte[] body) throws ProtocolException {
        return BodyReader.read(
                body,
                in -> new Judged(
                        new SignatureReport(
                                in.one(SignatureVerdict.values()),
                                in.list(MAX_REASONS, ReportCodec::readReason),
                                in.list(MAX_SIGNATURES, ReportCodec::readSignature),
                                in.text(MAX_TEXT_BYTES),
                                in.text(MAX_TEXT_BYTES)),
                        in.list(MAX_QUESTIONS, ReportCodec::readQuestion)));
    }

    private static void writeQuestion(BodyWriter out, Question question) {
        out.one(question.kind())
                .text(question.about().hex())
                .text(question.key().hex())
                .text(question.address())
                .bytes(question.body());
    }

    private static Question readQuestion(BodyReader in) throws ProtocolException {
        return new Question(
                in.one(Question.Kind.values()),
                new Sha256(in.text(64)),
                new Sha256(in.text(64)),
                in.text(MAX_TEXT_BYTES),
                in.bytes(MAX_BODY_BYTES));
    }

    private static void writeReason(BodyWriter out, Reason reason) {
        out.text(reason.code()).text(reason.message());
    }

    private static Reason readReason(BodyReader in) throws ProtocolException {
        return new Reason(in.text(MAX_TEXT_BYTES), in.text(MAX_TEXT_BYTES));
    }

    private static void writeSignature(BodyWriter out, Signature signature) {
        out.text(signature.field()).text(signature.signer());
        out.perhaps(signature.claimedTime(), BodyWriter::text).perhaps(signature.provenTime(), BodyWriter::text);
        out.text(signature.level()).text(signature.subIndication());
        out.flag(signature.coversWholeFile()).one(signature.verdict());
        out.list(signature.reasons(), ReportCodec::writeReason);
    }

    private static Signature readSignature(BodyReader in) throws ProtocolException {
        return new Signature(
                in.text(MAX_TEXT_BYTES),
                in.text(MAX_TEXT_BYTES),
                in.perhaps(time -> time.text(MAX_TEXT_BYTES)),
                in.perhaps(time -> time.text(MAX_TEXT_BYTES)),
                in.text(MAX_TEXT_BYTES),
                in.text(MAX_TEXT_BYTES),
                in.flag(),
                in.one(SignatureVerdict.values()),
                in.list(MAX_REASONS, ReportCodec::readReason));
    }
}
