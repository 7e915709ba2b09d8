package vn.sohoa.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import vn.sohoa.dossier.Role;

/** An authorization server of its own: publishes a key and signs real tokens with it. */
final class TokenAuthority implements AutoCloseable {
    private static final int BITS = 2048;

    private final RSAKey key = key("house");
    private final RSAKey foreign = key("house");
    private final AtomicReference<String> nextSignIn = new AtomicReference<>("");
    private final HttpServer server;

    TokenAuthority() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.createContext("/token", exchange -> {
            byte[] answer = ("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + nextSignIn.get()
                            + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(BITS).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String keys() {
        return issuer() + "/keys";
    }

    /** Whoever comes next from the page to sign in is this. @param nonce of the request, as OIDC wants it back */
    void letIn(String nonce, String unit, Role... roles) {
        nextSignIn.set(signed(key, issuer(), Instant.now().plusSeconds(3600), nonce, unit, roles));
    }

    String token(String unit, Role... roles) {
        return signed(key, issuer(), Instant.now().plusSeconds(3600), unit, roles);
    }

    String expired(String unit, Role... roles) {
        return signed(key, issuer(), Instant.now().minusSeconds(3600), unit, roles);
    }

    /** Signed by a key that is not published. */
    String forged(String unit, Role... roles) {
        return signed(foreign, issuer(), Instant.now().plusSeconds(3600), unit, roles);
    }

    String ofAnotherIssuer(String unit, Role... roles) {
        return signed(key, "https://other.example", Instant.now().plusSeconds(3600), unit, roles);
    }

    private static String signed(RSAKey by, String issuer, Instant until, String unit, Role... roles) {
        return signed(by, issuer, until, "", unit, roles);
    }

    private static String signed(RSAKey by, String issuer, Instant until, String nonce, String unit, Role... roles) {
        try {
            List<String> names = Stream.of(roles).map(Role::name).toList();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject(names + "." + unit)
                            .audience("sohoa")
                            .issueTime(Date.from(until.minusSeconds(7200)))
                            .expirationTime(Date.from(until))
                            .claim("nonce", nonce)
                            .claim("sohoa_roles", names)
                            .claim("sohoa_unit", unit)
                            .build());
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
