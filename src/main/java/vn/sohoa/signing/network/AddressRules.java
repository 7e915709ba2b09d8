package vn.sohoa.signing.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Which addresses may be asked. An address that stands in a certificate was chosen by whoever made the certificate: only its host,
 * after mapping, decides, and only if the operator has named it.
 */
final class AddressRules {
    private static final String HOST = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Set<String> allowed = new HashSet<>();
    private final Set<String> mayBePrivate = new HashSet<>();
    private final Map<String, String> mapped = new HashMap<>();

    /** Where a question goes: the host as it is to be named, and the one address that was looked at. */
    record Target(boolean secure, String host, int port, String path, InetAddress at) {}

    AddressRules(List<String> allow, List<String> privateHosts, List<String> map) {
        allow.forEach(entry -> allowed.addAll(places(entry)));
        privateHosts.forEach(entry -> mayBePrivate.addAll(places(entry)));
        for (String entry : map) {
            String[] pair = entry.split("=", -1);
            mapped.put(host(pair[0]), host(pair.length == 2 ? pair[1] : ""));
        }
        if (!allowed.containsAll(mayBePrivate)) {
            throw new IllegalArgumentException(
                    "sohoa.signing.network.private-hosts names hosts that are not in sohoa.signing.network.allow");
        }
    }

    /** Whether the lists can be read. */
    static void check(List<String> allow, List<String> privateHosts, List<String> map) {
        var unused = new AddressRules(allow, privateHosts, map);
    }

    boolean nobody() {
        return allowed.isEmpty();
    }

    /** Problem: ADDRESS_NOT_ALLOWED; TRUST_SOURCE_UNAVAILABLE where the name is not known. */
    Target allowed(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean web = secure || "http".equalsIgnoreCase(address.getScheme());
        String given = address.getHost();
        if (!web || given == null || address.getRawUserInfo() != null) {
            throw refused("chỉ http và https");
        }
        String named = given.toLowerCase(Locale.ROOT);
        String host = mapped.getOrDefault(named, named);
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
        if (!allowed.contains(host + ":" + port)) {
            throw refused(host + ":" + port);
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new Target(secure, host, port, ascii(path + query), resolve(host, port));
    }

    private InetAddress resolve(String host, int port) {
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            // one bad address spoils the name: it may be the one that is asked next time
            if (!mayBePrivate.contains(host + ":" + port) && Arrays.stream(all).anyMatch(AddressRules::isPrivate)) {
                throw refused(host + ": địa chỉ mạng riêng");
            }
            return all[0];
        } catch (UnknownHostException unknown) {
            throw new DigitisationException(Problem.TRUST_SOURCE_UNAVAILABLE, host + ": không có tên này", unknown);
        }
    }

    /** Anything that is not an address of the public network, also where it is wrapped in one of the newer kind. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet6Address ? isPrivate6(b) : address instanceof Inet4Address && isPrivate4(b, 0);
    }

    private static boolean isPrivate4(byte[] b, int at) {
        int first = b[at] & 0xFF;
        int second = b[at + 1] & 0xFF;
        int third = b[at + 2] & 0xFF;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
    }

    private static boolean isPrivate6(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        boolean unique = (first & 0xFE) == 0xFC;
        boolean sixToFour = first == 0x20 && second == 0x02 && isPrivate4(b, 2);
        boolean nat64 = first == 0 && second == 0x64 && isPrivate4(b, 12);
        boolean compatible = Arrays.equals(b, 0, 12, new byte[12], 0, 12);
        boolean documents = first == 0x20 && second == 0x01 && (b[2] & 0xFF) == 0x0D && (b[3] & 0xFF) == 0xB8;
        boolean teredo = first == 0x20 && second == 0x01 && b[2] == 0 && b[3] == 0;
        return unique || sixToFour || nat64 || compatible || documents || teredo;
    }

    private static List<String> places(String entry) {
        String low = entry.toLowerCase(Locale.ROOT);
        int colon = low.lastIndexOf(':');
        if (colon > 0 && low.substring(colon + 1).matches("[1-9][0-9]{0,4}") && low.indexOf(']') < colon) {
            return List.of(host(low.substring(0, colon)) + low.substring(colon));
        }
        return List.of(host(low) + ":" + HTTP, host(low) + ":" + HTTPS);
    }

    private static String host(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        if (!host.matches(HOST)) {
            throw new IllegalArgumentException("sohoa.signing.network: no host: \"" + text + "\"");
        }
        return host;
    }

    private static String ascii(String path) {
        if (!path.matches("[!-~]{1,2000}")) {
            throw refused("đường dẫn lạ");
        }
        return path;
    }

    private static DigitisationException refused(String what) {
        return new DigitisationException(Problem.ADDRESS_NOT_ALLOWED, what);
    }
}
