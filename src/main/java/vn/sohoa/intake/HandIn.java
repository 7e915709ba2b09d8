package vn.sohoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * A dossier that comes over the network, on its way into an inbox: written into a hidden folder there, looked at as the inbox will,
 * and only then shown to it, ready and in one step. What is not published leaves nothing behind; what a killed process
 * left is swept a day later. For one thread.
 */
public final class HandIn implements AutoCloseable {
    /** Name of the manifest among the files. */
    public static final String MANIFEST = ManifestReader.FILE_NAME;

    private static final String READY = ".ready";
    private static final String COMING = ".coming-";
    /** Longer than any request lasts. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final Path inbox;
    private final Path folder;
    private final TreeMap<String, Sha256> files = new TreeMap<>();

    private HandIn(Path inbox, Path folder) {
        this.inbox = inbox;
        this.folder = folder;
    }

    /**
     * @param now by which leavings are told from what is still on its way
     * @throws DigitisationException STORE_UNAVAILABLE
     */
    public static HandIn into(Path inbox, Instant now) {
        try {
            Files.createDirectories(inbox);
            sweep(inbox, FileTime.from(now.minus(LEFT)));
            return new HandIn(inbox, Files.createTempDirectory(inbox, COMING));
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(inbox), cannot);
        }
    }

    private static void sweep(Path inbox, FileTime before) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(inbox, COMING + "*")) {
            for (Path folder : left) {
                if (Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).compareTo(before) < 0) {
                    new HandIn(inbox, folder).close();
                }
            }
        }
    }

    /**
     * Writes one file, to the disk.
     *
     * @param name bare name; {@link #MANIFEST} is the manifest
     * @throws DigitisationException FILE_REFUSED for a name that cannot be used or came before, STORE_UNAVAILABLE
     */
    public void file(String name, InputStream bytes) {
        String plain = Names.nfc(name).strip();
        if (Names.hasPathParts(plain) || Names.ignored(plain) || files.containsKey(plain)) {
            throw new DigitisationException(Problem.FILE_REFUSED, "tên tệp không dùng được: " + Names.shown(plain));
        }
        MessageDigest digest = Sha256.digest();
        Path file = folder.resolve(plain);
        try (var in = new DigestInputStream(bytes, digest)) {
            Files.copy(in, file);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(plain), cannot);
        }
        files.put(plain, Sha256.of(digest));
    }

    /**
     * The dossier, if the inbox will take what lies here.
     *
     * @throws DigitisationException with all faults: MANIFEST_INVALID, DOSSIER_CODE_INVALID, FILE_MISSING, FILE_REFUSED
     */
    public Dossier check() {
        Faults faults = new Faults();
        if (!files.containsKey(MANIFEST)) {
            throw new DigitisationException(Problem.MANIFEST_INVALID, MANIFEST + ": không có tệp này");
        }
        try {
            return DeliveryReader.read(FolderListing.of(folder), BoxManifest.none(), faults)
                    .filter(delivery -> faults.none())
                    .map(Delivery::dossier)
                    .orElseThrow(() -> {
                        Refusal refusal = faults.refusal(folder);
                        return new DigitisationException(refusal.problem(), refusal.detail());
                    });
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(inbox), cannot);
        }
    }

    /** Hash over names and contents, in the order of names. */
    public Sha256 content() {
        StringBuilder all = new StringBuilder();
        files.forEach(
                (name, hash) -> all.append(name).append('\0').append(hash.hex()).append('\n'));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a folder of that name was published before, taken in already or not. */
    public boolean published(String name) {
        return Files.exists(inbox.resolve(name))
                || Files.exists(inbox.resolve(Inbox.DONE).resolve(name));
    }

    /**
     * Shows the dossier to the inbox, ready to be taken.
     *
     * @param name of its folder, not yet {@link #published}
     * @throws DigitisationException STORE_UNAVAILABLE
     */
    public void publish(String name) {
        try {
            Files.createFile(folder.resolve(READY));
            Files.move(folder, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            Durable.force(inbox);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(name), cannot);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, Names.shown(folder), cannot);
        }
    }
}
