package vn.sohoa;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the rooms, their doors and the libraries that live in them: the plan of the house, as data and as rules. */
class ArchitectureTest {
    private static final String HOUSE = "vn.sohoa";
    private static final Path SOURCES = Path.of("src/main/java/vn/sohoa");
    private static final List<String> CRAFTS = List.of(
            "mediatype",
            "imaging",
            "ocr",
            "signing",
            "intake",
            "quality",
            "extraction",
            "codes",
            "pdfa",
            "storage",
            "catalog",
            "search");

    /** Who may use whom. A room that is missing here has no right to exist. */
    private static final Map<String, Set<String>> DOORS = doors();

    /** Where each library lives; the key is a package of the library. Jackson and Spring's wiring are common ground. */
    private static final Map<String, Set<String>> LIBRARIES = libraries();

    private static JavaClasses house;

    private static Map<String, Set<String>> doors() {
        Map<String, Set<String>> doors = new LinkedHashMap<>();
        doors.put("page", Set.of());
        doors.put("dossier", Set.of("page"));
        CRAFTS.forEach(craft -> doors.put(craft, Set.of("dossier", "page")));
        doors.put("reading", Set.of("mediatype", "imaging", "ocr", "signing", "dossier", "page"));
        doors.put(
                "workflow",
                words("reading, intake, quality, extraction, codes, pdfa, signing, storage, catalog, search,"
                        + " dossier, page"));
        doors.put("reuse", Set.of("reading", "storage", "catalog", "search", "dossier", "page"));
        doors.put("report", Set.of("catalog", "dossier"));
        doors.put("sync", Set.of("catalog", "dossier"));
        doors.put("access", Set.of("catalog", "dossier"));
        doors.put("job", Set.of("workflow", "report", "sync", "dossier"));
        doors.put("web", Set.of("job", "workflow", "reuse", "report", "access", "dossier", "page"));
        doors.put("cli", Set.of("job", "workflow", "reuse", "report", "access", "dossier", "page"));
        return doors;
    }

    private static Map<String, Set<String>> libraries() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("org.apache.pdfbox..", Set.of("imaging", "pdfa", "signing"));
        rooms.put("org.apache.fontbox..", Set.of("imaging", "pdfa", "signing"));
        rooms.put("org.apache.xmpbox..", Set.of("pdfa"));
        rooms.put("com.google.zxing..", Set.of("imaging", "pdfa", "access"));
        rooms.put("org.apache.tika..", Set.of("mediatype"));
        rooms.put("org.apache.poi..", Set.of("mediatype", "report"));
        rooms.put("net.sourceforge.tess4j..", Set.of("ocr"));
        rooms.put("com.sun.jna..", Set.of("ocr", "signing"));
        rooms.put("eu.europa.esig..", Set.of("signing"));
        rooms.put("org.bouncycastle..", Set.of("signing"));
        rooms.put("org.apache.lucene..", Set.of("search"));
        rooms.put("org.h2..", Set.of("catalog"));
        rooms.put("org.flywaydb..", Set.of("catalog"));
        rooms.put("java.sql..", Set.of("catalog"));
        rooms.put("org.springframework.jdbc..", Set.of("catalog"));
        rooms.put("org.postgresql..", Set.of("catalog"));
        rooms.put("co.elastic..", Set.of("search"));
        rooms.put("io.minio..", Set.of("storage"));
        rooms.put("okhttp3..", Set.of("storage"));
        rooms.put("org.springframework.batch..", Set.of("job"));
        rooms.put("org.springframework.amqp..", Set.of("job"));
        rooms.put("com.rabbitmq..", Set.of("job"));
        rooms.put("io.micrometer..", Set.of("workflow", "job", "web"));
        rooms.put("picocli..", Set.of("cli"));
        rooms.put("org.springframework.web..", Set.of("web"));
        rooms.put("org.springframework.http..", Set.of("web"));
        rooms.put("org.springframework.security..", Set.of("web", "access"));
        rooms.put("jakarta.servlet..", Set.of("web"));
        rooms.put("org.thymeleaf..", Set.of("web"));
        return rooms;
    }

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPath(Path.of("target/classes"));
    }

    @Test
    void everyRoomIsInThePlan() throws IOException {
        assertThat(roomsOnDisk()).isEqualTo(new TreeSet<>(DOORS.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyTheirDoors() {
        return DOORS.entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(door.getKey(), () -> {
                    String[] closed = DOORS.keySet().stream()
                            .filter(room -> !room.equals(door.getKey())
                                    && !door.getValue().contains(room))
                            .map(ArchitectureTest::packages)
                            .toArray(String[]::new);
                    hold(noClasses()
                            .that()
                            .resideInAPackage(packages(door.getKey()))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(closed).or(startUp())));
                }));
    }

    @TestFactory
    Stream<DynamicTest> packageInfoNamesTheSameDoors() {
        return DOORS.entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(door.getKey(), () -> {
                    String info =
                            Files.readString(SOURCES.resolve(door.getKey()).resolve("package-info.java"));
                    String text = info.replaceAll("(?m)^ \\* ?", " ").replaceAll("\\s+", " ");
                    Matcher mayUse = Pattern.compile("May use: ([a-z, ]+)\\. Librar(?:y|ies): [^*]+\\.")
                            .matcher(text);
                    assertThat(mayUse.find())
                            .as("a line 'May use: … . Library: … .'")
                            .isTrue();
                    Set<String> named = mayUse.group(1).equals("nothing") ? Set.of() : words(mayUse.group(1));
                    assertThat(named).isEqualTo(door.getValue());
                    assertThat(text).contains("Enters: ", "Leaves: ");
                }));
    }

    @Test
    void noPackageNeedsItselfThroughAnother() {
        hold(slices().matching("vn.sohoa.(*)..").should().beFreeOfCycles());
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryLivesInItsRooms() {
        return LIBRARIES.entrySet().stream()
                .map(library -> DynamicTest.dynamicTest(library.getKey(), () -> {
                    String[] homes = library.getValue().stream()
                            .map(ArchitectureTest::packages)
                            .toArray(String[]::new);
                    hold(noClasses()
                            .that(resideInAPackage(HOUSE + "..").and(DescribedPredicate.not(resideInAnyPackage(homes))))
                            .and(DescribedPredicate.not(wiresTheHouse(library.getKey())))
                            .should()
                            .dependOnClassesThat(resideInAPackage(library.getKey())));
                }));
    }

    @Test
    void pageAndDossierNeedOnlyJavaAndJSpecify() {
        hold(classes()
                .that(resideInAnyPackage(packages("page"), packages("dossier")))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", packages("page"), packages("dossier"))));
    }

    @Test
    void foreignFilesAreOpenedByReadingAlone() {
        DescribedPredicate<JavaClass> openers = resideInAnyPackage(
                        packages("mediatype"), packages("imaging"), packages("ocr"))
                .or(namedStartingWith("vn.sohoa.signing.SignatureVerifier"));
        hold(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(
                        packages("reading"),
                        packages("mediatype"),
                        packages("imaging"),
                        packages("ocr"),
                        packages("signing"))))
                .should()
                .dependOnClassesThat(openers));
    }

    @Test
    void whoImplementsAPortIsPackagePrivate() {
        DescribedPredicate<JavaClass> port = DescribedPredicate.describe(
                "a port",
                c -> c.isInterface()
                        && !c.isAnnotation()
                        && (CRAFTS.contains(room(c)) || room(c).equals("reading"))
                        && c.getModifiers().contains(JavaModifier.PUBLIC)
                        && !c.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && c.getEnclosingClass().isEmpty());
        DescribedPredicate<JavaClass> implementsAPort = DescribedPredicate.describe(
                "implement a port",
                c -> !c.isInterface()
                        && !c.isEnum()
                        && !c.isRecord()
                        && c.getAllRawInterfaces().stream().anyMatch(port));
        hold(classes().that(implementsAPort).should().notBePublic());
    }

    @Test
    void nothingIsInjectedIntoFields() {
        for (String annotation : List.of(
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.inject.Inject",
                "jakarta.annotation.Resource")) {
            hold(noFields().should().beAnnotatedWith(annotation));
        }
        hold(fields().that().arePublic().should().beFinal());
        hold(methods().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value"));
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminalAndEnds() {
        DescribedPredicate<JavaClass> mayEnd = resideInAPackage(packages("cli"))
                .or(namedStartingWith("vn.sohoa.reading.ReaderMain"))
                .or(namedStartingWith("vn.sohoa.SohoaApplication"));
        hold(noClasses()
                .that(DescribedPredicate.not(resideInAPackage(packages("cli"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
        hold(noClasses()
                .that(DescribedPredicate.not(mayEnd))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class));
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    private static DescribedPredicate<JavaClass> startUp() {
        return DescribedPredicate.describe("start-up", c -> c.getPackageName().equals(HOUSE));
    }

    /** A type of a library that is nothing but Spring's wiring, or that the first class of the house must name. */
    private static DescribedPredicate<JavaClass> wiresTheHouse(String library) {
        return library.startsWith("org.springframework") ? startUp() : DescribedPredicate.not(alwaysTrue());
    }

    private static DescribedPredicate<JavaClass> namedStartingWith(String prefix) {
        return DescribedPredicate.describe(prefix + "*", c -> c.getName().startsWith(prefix));
    }

    private static String room(JavaClass c) {
        return c.getPackageName().replaceFirst("^vn\\.sohoa\\.?", "").replaceFirst("\\..*", "");
    }

    private static String packages(String room) {
        return HOUSE + "." + room + "..";
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> roomsOnDisk() throws IOException {
        try (Stream<Path> children = Files.list(SOURCES)) {
            return children.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
