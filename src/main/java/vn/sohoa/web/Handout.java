package vn.sohoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Look;
import vn.sohoa.reuse.DeliverReusable;
import vn.sohoa.workflow.PrintEvidence;
import vn.sohoa.workflow.WorkFolders;

/** Hands out a paper for reuse (tái sử dụng, R-53), to the page and to other systems: the paper and its evidence in one ZIP archive. */
@Component
@Profile("!worker")
public class Handout {
    private final DeliverReusable deliver;
    private final PrintEvidence evidence;
    private final WorkFolders folders;
    private final Looks looks;

    Handout(DeliverReusable deliver, PrintEvidence evidence, WorkFolders folders, Looks looks) {
        this.deliver = deliver;
        this.evidence = evidence;
        this.folders = folders;
        this.looks = looks;
    }

    /** The look and the act stand in their books before the first byte goes out. Problems: those of {@link DeliverReusable#take}. */
    public void take(
            DocumentId paper, DossierCode dossier, String purpose, Visitor visitor, HttpServletResponse response)
            throws IOException {
        Path folder = folders.working().resolve("lay-" + UUID.randomUUID());
        try {
            looks.at(visitor, Look.Kind.TAKE, paper, dossier.value());
            DeliverReusable.Delivered delivered = deliver.take(paper, dossier, visitor.name(), purpose, folder);
            evidence.print(delivered.sheet(), folder.resolve(paper + ".evidence.pdf"));
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + paper + ".zip\"");
            try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
                for (Path file : files(folder)) {
                    zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
