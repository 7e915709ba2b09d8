package vn.sohoa.signing;

import java.time.Instant;
import java.util.List;
import vn.sohoa.dossier.Sha256;

/**
 * An evidence record (bản ghi chứng cứ, RFC 4998).
 *
 * @param record DER
 * @param madeAt time of its last time-stamp
 * @param lapsesAt when the certificate of that time-stamp ends: renew before
 */
public record Evidence(byte[] record, Instant madeAt, Instant lapsesAt) {

    /** A record to renew, and what it proves. */
    public record Renewal(byte[] record, List<Sha256> objects) {}
}
