package vn.sohoa.signing;

/** Looks for bytes among bytes. Stateless. */
final class Bytes {

    private Bytes() {}

    /** @param within how many bytes of the file are looked at */
    static boolean contains(byte[] file, byte[] mark, int within) {
        int last = Math.min(within, file.length) - mark.length;
        for (int at = 0; at <= last; at++) {
            int i = 0;
            while (i < mark.length && file[at + i] == mark[i]) {
                i++;
            }
            if (i == mark.length) {
                return true;
            }
        }
        return false;
    }
}
