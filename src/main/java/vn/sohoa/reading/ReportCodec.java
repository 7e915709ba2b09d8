package vn.sohoa.reading;

import java.net.ProtocolException;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureReport.Reason;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;

/** A signature report on the wire. */
final class ReportCodec {
    private static final int MAX_SIGNATURES = 1_000;
    private static final int MAX_REASONS = 1_000;
    private static final int MAX_TEXT_BYTES = 16_000;

    private ReportCodec() {}

    static byte[] write(SignatureReport report) {
        return new BodyWriter()
                .one(report.verdict())
                .list(report.reasons(), ReportCodec::writeReason)
                .list(report.signatures(), ReportCodec::writeSignature)
                .text(report.policy())
                .text(report.anchors())
                .toBytes();
    }

    static SignatureReport read(byte[] body) throws ProtocolException {
        return BodyReader.read(
                body,
                in -> new SignatureReport(
                        in.one(SignatureVerdict.values()),
                        in.list(MAX_REASONS, ReportCodec::readReason),
                        in.list(MAX_SIGNATURES, ReportCodec::readSignature),
                        in.text(MAX_TEXT_BYTES),
                        in.text(MAX_TEXT_BYTES)));
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
