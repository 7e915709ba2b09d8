package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;

class InboxTest {
    private static final String CODE = "H15.12-260105-0042";
    private static final Duration SETTLE = Duration.ofMinutes(2);

    @TempDir
    Path root;

    private Inbox inbox() {
        return new Inbox(root, Duration.ZERO, Clock.systemUTC());
    }

    private Path folder(String name, String... files) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        for (String file : files) {
            Files.writeString(folder.resolve(file), "x");
        }
        return folder;
    }

    private void manifest(Path folder, String json) throws IOException {
        Files.writeString(folder.resolve("dossier.json"), json.replace('\'', '"'));
    }

    private Refusal onlyRefusal() {
        Scan scan = inbox().scan();
        assertThat(scan.deliveries()).isEmpty();
        assertThat(scan.refusals()).hasSize(1);
        return scan.refusals().get(0);
    }

    private Delivery onlyDelivery() {
        Scan scan = inbox().scan();
        assertThat(scan.refusals()).isEmpty();
        assertThat(scan.deliveries()).hasSize(1);
        return scan.deliveries().get(0);
    }

    @Nested
    class AFolderWithoutManifest {
        @Test
        void isTakenWithItsNameAsCodeAndItsFilesByName() throws IOException {
            folder(CODE, "b.pdf", "a.pdf", "Thumbs.db", ".hidden");
            Delivery delivery = onlyDelivery();
            assertThat(delivery.dossier().code()).hasToString(CODE);
            assertThat(delivery.dossier().receivingUnit()).isEqualTo(new AgencyCode("H15.12"));
            assertThat(delivery.papers()).extracting(DeliveredPaper::title).containsExactly("a.pdf", "b.pdf");
        }

        @Test
        void isRefusedWhenItsNameIsNoCode() throws IOException {
            folder("ho so moi", "a.pdf");
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.DOSSIER_CODE_INVALID);
        }

        @Test
        void isRefusedWhenItIsEmpty() throws IOException {
            folder(CODE);
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.FILE_MISSING);
        }
    }

    @Nested
    class ItsOwnManifest {
        @Test
        void saysEverything() throws IOException {
            Path folder = folder("bất kỳ", "scan1.pdf", "scan2.pdf", "scan3.pdf");
            manifest(folder, """
                    {'code':'H15.12-260105-0042','procedure':'1.004873','procedureName':'Cấp phép','received':'2026-01-05',
                     'due':'20/01/2026','owner':{'id':'001075123456','name':'Trần Thị Mẫu'},'processingUnit':'H15.50',
                     'papers':[{'file':'scan2.pdf','title':'Tờ khai','component':'TP.01','copy':'PHOTOCOPY','pages':3},
                               {'file':'scan1.pdf','result':true,'showOnly':true}]}""");
            Delivery delivery = onlyDelivery();
            Dossier dossier = delivery.dossier();
            assertThat(dossier.due()).isEqualTo(LocalDate.of(2026, 1, 20));
            assertThat(dossier.receivingUnit()).hasToString("H15.12");
            assertThat(dossier.processingUnit()).hasToString("H15.50");
            assertThat(dossier.dossierOwner().orElseThrow().name()).isEqualTo("Trần Thị Mẫu");
            assertThat(delivery.papers())
                    .extracting(DeliveredPaper::name)
                    .containsExactly("scan2.pdf", "scan1.pdf", "scan3.pdf");
            DeliveredPaper first = delivery.papers().get(0);
            assertThat(first.copy()).isEqualTo(CopyForm.PHOTOCOPY);
            assertThat(first.pages()).isEqualTo(OptionalInt.of(3));
            assertThat(delivery.papers().get(1).result()).isTrue();
            assertThat(delivery.papers().get(1).showOnly()).isTrue();
            assertThat(delivery.papers().get(2).title()).isEqualTo("scan3.pdf");
        }

        @Test
        void isRefusedWithAllItsFaultsAndTheirPlaces() throws IOException {
            Path folder = folder("x", "a.pdf");
            manifest(folder, """
                    {'code':'H15.12-260105-0042',
                     'kode':1,
                     'received':'2026-02-30',
                     'owner':{'id':'12345','name':'Trần Thị Mẫu'},
                     'papers':[{'file':'../a.pdf'},{'file':'a.pdf','copy':'BẢN CHÍNH'},{'file':'thiếu.pdf'},
                               {'title':'không tên'},{'file':'a.pdf','pages':'3'}]}""");
            Refusal refusal = onlyRefusal();
            assertThat(refusal.problem()).isEqualTo(Problem.MANIFEST_INVALID);
            assertThat(refusal.detail())
                    .contains("dòng 2, cột 9: không có mục \"kode\"", "dòng 3", "received", "dòng 4", "../a.pdf")
                    .contains("ORIGINAL", "thiếu.pdf", "không có \"file\"", "\"pages\" phải là số nguyên", "hai lần")
                    .doesNotContain("12345", "Trần");
        }

        @Test
        void isRefusedWithThePlaceWhenItIsNoJson() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            manifest(folder, "{'code':\n 'H15.12-260105-0042',,}");
            assertThat(onlyRefusal().detail()).contains("dossier.json, dòng 2, cột");
        }

        @Test
        void isRefusedWhenAKeyStandsTwiceOrTheNestingIsDeepOrTheFileLarge() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            manifest(folder, "{'code':'H15.12-260105-0042','code':'H15.12-260105-0043'}");
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.MANIFEST_INVALID);
            manifest(folder, "{'papers':" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.MANIFEST_INVALID);
            manifest(folder, "{'code':'" + " ".repeat(1024 * 1024) + "'}");
            assertThat(onlyRefusal().detail()).contains("1 MiB");
        }

        @Test
        void isRefusedWhenItContradictsTheFolder() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            manifest(folder, "{'code':'H15.12-260105-0043'}");
            assertThat(onlyRefusal().detail()).contains("0042", "0043");
        }

        @Test
        void leadsToTheRefusalOfAMissingFileAndIsTakenOnceMended() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            manifest(folder, "{'code':'H15.12-260105-0042','papers':[{'file':'b.pdf'}]}");
            Refusal refusal = onlyRefusal();
            assertThat(refusal.problem()).isEqualTo(Problem.FILE_MISSING);
            inbox().refuse(refusal);
            String note = Files.readString(folder.resolve(".problem.json"));
            assertThat(note)
                    .contains("FILE_MISSING", Problem.FILE_MISSING.message(vn.sohoa.dossier.Language.VI), "b.pdf");
            folder(CODE, "b.pdf");
            assertThat(onlyDelivery().papers()).extracting(DeliveredPaper::name).containsExactly("b.pdf", "a.pdf");
        }

        @Test
        void takesLiteralValuesOfTheWrongKindForFaultsNotForCrashes() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            for (String json : new String[] {
                "[]",
                "7",
                "null",
                "",
                "{'code':7}",
                "{'code':null}",
                "{'code':['a']}",
                "{'code':'H15.12-260105-0042','owner':7}",
                "{'code':'H15.12-260105-0042','papers':{}}",
                "{'code':'H15.12-260105-0042','papers':[7]}",
                "{'code':'H15.12-260105-0042','papers':[{'file':{}}]}",
                "{'code':'H15.12-260105-0042','papers':[{'file':'a.pdf','showOnly':'yes'}]}",
                "{'code':'H15.12-260105-0042'} trailing"
            }) {
                manifest(folder, json);
                assertThat(onlyRefusal().detail()).as(json).isNotBlank();
            }
        }
    }

    @Nested
    class ABoxManifest {
        private static final String HEAD =
                "dossier,procedure,ownerId,ownerName,received,due,receivingUnit,processingUnit,file,title,copy,showOnly\n";

        private void box(String text) throws IOException {
            Files.writeString(root.resolve("manifest.csv"), text);
        }

        @Test
        void describesManyDossiers() throws IOException {
            folder(CODE, "a.pdf", "b.pdf");
            folder("H15.12-260105-0043", "c.pdf");
            box("\uFEFF" + HEAD + CODE
                    + ",1.004873,001075123456,Trần Thị Mẫu,2026-01-05,,,,b.pdf,\"Giấy, tờ\",COPY,true\n" + CODE
                    + ",,,,,,,,a.pdf,,,\n\nH15.12-260105-0043,,,,,,,,c.pdf,C,,false\n");
            Scan scan = inbox().scan();
            assertThat(scan.refusals()).isEmpty();
            assertThat(scan.deliveries()).hasSize(2);
            Delivery first = scan.deliveries().get(0);
            assertThat(first.papers()).extracting(DeliveredPaper::title).containsExactly("Giấy, tờ", "a.pdf");
            assertThat(first.papers().get(0).showOnly()).isTrue();
            assertThat(first.dossier().procedureCode()).isPresent();
        }

        @Test
        void mayHaveSemicolonsAsSpreadsheetsWriteThem() throws IOException {
            folder(CODE, "a.pdf");
            box(HEAD.replace(',', ';') + CODE + ";;;;05/01/2026;;;;a.pdf;Tờ khai;;\n");
            assertThat(onlyDelivery().dossier().received()).isEqualTo(LocalDate.of(2026, 1, 5));
        }

        @Test
        void namesTheRowOfAFault() throws IOException {
            folder(CODE, "a.pdf");
            box(HEAD + CODE + ",,,,2026-01-05,,,,a.pdf,,,\n" + CODE + ",,,,2026-01-06,,,,b.pdf,,GIẤY,maybe\n");
            assertThat(onlyRefusal().detail())
                    .contains(
                            "manifest.csv, dòng 3: received khác với manifest.csv, dòng 2",
                            "copy",
                            "showOnly",
                            "b.pdf");
        }

        @Test
        void withUnknownColumnsRefusesTheFoldersThatRelyOnIt() throws IOException {
            folder(CODE, "a.pdf");
            box("dossier,tệp\n" + CODE + ",a.pdf\n");
            assertThat(onlyRefusal().detail()).contains("không có cột \"tệp\"", "thiếu cột file");
        }

        @Test
        void letsADossierWaitThatHasNotArrived() throws IOException {
            box(HEAD + CODE + ",,,,,,,,a.pdf,,,\n");
            assertThat(inbox().scan().waiting()).containsExactly(root.resolve(CODE));
        }
    }

    @Nested
    class StrangeThings {
        @Test
        void linksAndFoldersAreRefused() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            Files.createSymbolicLink(folder.resolve("b.pdf"), Path.of("/etc/hostname"));
            Files.createDirectory(folder.resolve("c"));
            Refusal refusal = onlyRefusal();
            assertThat(refusal.problem()).isEqualTo(Problem.FILE_REFUSED);
            assertThat(refusal.detail()).contains("b.pdf", "c");
        }

        @Test
        void aPipeIsRefusedWithoutBeingOpened() throws Exception {
            Path folder = folder(CODE, "a.pdf");
            int made = new ProcessBuilder("mkfifo", folder.resolve("p.pdf").toString())
                    .start()
                    .waitFor();
            org.junit.jupiter.api.Assumptions.assumeTrue(made == 0);
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.FILE_REFUSED);
            assertThatThrownBy(() -> Staging.copy(folder.resolve("p.pdf"), root.resolve(".s")))
                    .isInstanceOf(DigitisationException.class);
        }

        @Test
        void aManifestThatIsALinkIsNotFollowed() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            Files.writeString(root.resolve(".elsewhere"), "{\"code\":\"" + CODE + "\"}");
            Files.createSymbolicLink(folder.resolve("dossier.json"), root.resolve(".elsewhere"));
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.FILE_REFUSED);
        }

        @Test
        void aLinkedFolderIsRefusedAndNothingIsWrittenBehindIt() throws IOException {
            Path elsewhere = Files.createDirectory(root.resolve(".elsewhere"));
            Files.createSymbolicLink(root.resolve(CODE), elsewhere);
            inbox().refuse(onlyRefusal());
            assertThat(elsewhere).isEmptyDirectory();
            assertThat(onlyRefusal().problem()).isEqualTo(Problem.FILE_REFUSED);
        }

        @Test
        void namesAreData() throws IOException {
            String decomposed = Normalizer.normalize("giấy khai sinh.pdf", Normalizer.Form.NFD);
            String longest = "d".repeat(251) + ".pdf";
            String turned = "a\u202Efdp.exe";
            Path folder = folder(CODE, decomposed, "dòng\nmới.pdf", turned, longest, "'; DROP TABLE.pdf");
            manifest(folder, "{'code':'" + CODE + "','papers':[{'file':'giấy khai sinh.pdf','title':'Khai sinh'}]}");
            Delivery delivery = onlyDelivery();
            assertThat(delivery.papers()).hasSize(5);
            assertThat(delivery.papers().get(0).title()).isEqualTo("Khai sinh");
            assertThat(delivery.papers().get(0).name()).isEqualTo("giấy khai sinh.pdf");
            for (DeliveredPaper paper : delivery.papers()) {
                assertThat(Staging.copy(paper.file(), root.resolve(".staging")).bytes())
                        .isEqualTo(1);
            }
            inbox().done(delivery);
            assertThat(root.resolve("done").resolve(CODE)).isDirectoryContaining("glob:**.exe");
        }

        @Test
        void hiddenCharactersAreSpeltOutForPeople() {
            assertThat(Names.shown("a\u202Eb\nc\u0000")).isEqualTo("a<202E>b<000A>c<0000>");
            assertThat(Names.shown("x".repeat(300))).hasSize(81);
        }

        @Test
        void twoNamesThatDifferOnlyInTheirUnicodeFormAreRefused() throws IOException {
            folder(CODE, "ế.pdf", Normalizer.normalize("ế.pdf", Normalizer.Form.NFD));
            assertThat(onlyRefusal().detail()).contains("hai tệp cùng tên");
        }

        @Test
        void aLooseFileIsLeftAndNamed() throws IOException {
            Files.writeString(root.resolve("loose.pdf"), "x");
            assertThat(inbox().scan())
                    .isEqualTo(new Scan(
                            java.util.List.of(), java.util.List.of(), java.util.List.of(root.resolve("loose.pdf"))));
        }

        @Test
        void anInboxThatIsNotThereIsEmpty() {
            assertThat(new Inbox(root.resolve("none"), SETTLE, Clock.systemUTC())
                            .scan()
                            .waiting())
                    .isEmpty();
        }
    }

    @Nested
    class Rest {
        private Inbox at(Duration later) {
            return new Inbox(root, SETTLE, Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC));
        }

        @Test
        void isAwaitedUnlessTheSenderSaysReady() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            assertThat(at(Duration.ZERO).scan().waiting()).containsExactly(folder);
            assertThat(at(SETTLE.plusSeconds(5)).scan().deliveries()).hasSize(1);
            Files.createFile(folder.resolve(".ready"));
            assertThat(at(Duration.ZERO).scan().deliveries()).hasSize(1);
        }

        @Test
        void aReadyFolderAwaitsTheBoxManifestThatMayDescribeIt() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            Files.createFile(folder.resolve(".ready"));
            Path manifest = Files.writeString(
                    root.resolve("manifest.csv"), ABoxManifest.HEAD + CODE + ",,,,2026-01-05,,,,a.pdf,Tờ khai,,\n");
            assertThat(at(Duration.ZERO).scan().deliveries()).isEmpty();
            assertThat(at(Duration.ZERO).scan().waiting()).containsExactly(folder, manifest);
            assertThat(at(SETTLE.plusSeconds(5)).scan().deliveries())
                    .singleElement()
                    .satisfies(delivery ->
                            assertThat(delivery.papers().get(0).title()).isEqualTo("Tờ khai"));
        }

        @Test
        void isNotFakedByCopyingToolsThatSetTheTimeBack() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            Files.setLastModifiedTime(folder.resolve("a.pdf"), java.nio.file.attribute.FileTime.from(Instant.EPOCH));
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
            assertThat(at(Duration.ZERO).scan().waiting()).containsExactly(folder);
        }

        @Test
        void isSeenWhereTheClockOfTheShareIsAhead() throws IOException {
            Path folder = folder(CODE, "a.pdf");
            Instant[] now = {Instant.EPOCH};
            Clock clock = new MovingClock(now);
            Inbox inbox = new Inbox(root, SETTLE, clock);
            assertThat(inbox.scan().deliveries()).isEmpty();
            now[0] = now[0].plus(SETTLE);
            assertThat(inbox.scan().deliveries()).hasSize(1);
            Files.writeString(folder.resolve("a.pdf"), "grown");
            assertThat(inbox.scan().deliveries()).isEmpty();
        }

        @Test
        void isKeptAfterARefusalThatSaysTheSame() throws IOException {
            folder("không mã", "a.pdf");
            Inbox inbox = at(SETTLE.plusSeconds(5));
            Refusal refusal = inbox.scan().refusals().get(0);
            inbox.refuse(refusal);
            assertThat(inbox.scan().refusals()).containsExactly(refusal);
        }
    }

    @Nested
    class Done {
        @Test
        void movesTheFolderAndMayBeRepeated() throws IOException {
            folder(CODE, "a.pdf");
            Delivery delivery = onlyDelivery();
            inbox().done(delivery);
            inbox().done(delivery);
            assertThat(root.resolve("done").resolve(CODE).resolve("a.pdf")).isRegularFile();
            assertThat(inbox().scan().deliveries()).isEmpty();
        }

        @Test
        void neverReplacesAnEarlierFolder() throws IOException {
            for (String text : new String[] {"1", "2", "3"}) {
                Files.writeString(folder(CODE).resolve("a.pdf"), text, StandardCharsets.UTF_8);
                inbox().done(onlyDelivery());
            }
            assertThat(root.resolve("done").resolve(CODE).resolve("a.pdf")).hasContent("1");
            assertThat(root.resolve("done").resolve(CODE + "-2").resolve("a.pdf"))
                    .hasContent("2");
            assertThat(root.resolve("done").resolve(CODE + "-3").resolve("a.pdf"))
                    .hasContent("3");
        }

        @Test
        void leavesAFolderToWhichAFileHasCome() throws IOException {
            folder(CODE, "a.pdf");
            Delivery delivery = onlyDelivery();
            folder(CODE, "late.pdf");
            assertThatThrownBy(() -> inbox().done(delivery))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.DOSSIER_CHANGED));
            assertThat(onlyDelivery().papers()).hasSize(2);
        }
    }

    private static final class MovingClock extends Clock {
        private final Instant[] now;

        MovingClock(Instant[] now) {
            this.now = now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now[0];
        }
    }
}
