package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What one paper is about: people, places, numbers, days. A value that is asked for by the name of a field becomes part of the
 * truth; {@code name:format} says how it is printed.
 */
final class Facts {
    private static final Set<String> FIELDS = Set.of(
            "ownerName", "ownerId", "oldId", "birthDate", "ownerName2", "ownerId2", "issuedDate", "signer", "subject");
    private static final Set<String> CAPITALS = Set.of("agency", "superiorAgency");

    private final WordLists words;
    private final Random random;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, String> drawn = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, String> defined = new LinkedHashMap<>();
    private final Map<String, FieldTruth> truth = new LinkedHashMap<>();

    Facts(WordLists words, Random random) {
        this.words = words;
        this.random = random;
        LocalDate issued = LocalDate.of(2011, 1, 10).plusDays(random.nextInt(5_700));
        days.put("issuedDate", issued);
        days.put("day", issued.minusDays(3 + random.nextInt(20)));
        days.put("day2", issued.minusDays(40 + random.nextInt(900)));
        days.put("later", issued.plusDays(30 + random.nextInt(400)));
    }

    /** A value of this paper; with the name of a field it is truth. */
    void define(String name, String text) {
        defined.put(name, text);
    }

    Map<String, FieldTruth> truth() {
        return truth;
    }

    /** The printed form of {@code name} or {@code name:format}. */
    String print(String key) {
        int colon = key.indexOf(':');
        String name = colon < 0 ? key : key.substring(0, colon);
        String format = colon < 0 ? "" : key.substring(colon + 1);
        LocalDate day = day(name);
        String printed = day == null ? Formats.text(value(name), format) : Formats.date(day, format);
        if (FIELDS.contains(name) || defined.containsKey(name) && Character.isLowerCase(name.charAt(0))) {
            String value = day == null ? value(name) : Formats.iso(day, format);
            String normal = CAPITALS.contains(name) ? value.toUpperCase(Locale.ROOT) : value;
            FieldTruth before = truth.get(name);
            if (before == null || normal.length() > before.value().length()) { // a day says more than its year
                truth.put(name, new FieldTruth(normal, printed));
            }
        }
        return printed;
    }

    private @org.jspecify.annotations.Nullable LocalDate day(String name) {
        return switch (name) {
            case "birthDate" -> person("p").birth();
            case "birthDate2" -> person("q").birth();
            default ->
                name.endsWith(".birth")
                        ? person(name.substring(0, name.indexOf('.'))).birth()
                        : days.get(name);
        };
    }

    private String value(String name) {
        String own = defined.get(name);
        if (own != null) {
            return own;
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            return personal(person(name.substring(0, dot)), name.substring(dot + 1));
        }
        return switch (name) {
            case "ownerName" -> person("p").name();
            case "ownerId" -> person("p").id();
            case "oldId" -> person("p").oldId();
            case "ownerName2" -> person("q").name();
            case "ownerId2" -> person("q").id();
            case "signer" -> person("s").name();
            default -> drawn.computeIfAbsent(name, this::draw);
        };
    }

    private static String personal(Person person, String what) {
        return switch (what) {
            case "name" -> person.name();
            case "id" -> person.id();
            case "old" -> person.oldId();
            case "sex" -> person.male() ? "Nam" : "Nữ";
            case "title" -> person.male() ? "Ông" : "Bà";
            case "ethnic" -> person.ethnic();
            default -> throw new IllegalArgumentException("nothing personal: " + what);
        };
    }

    private Person person(String key) {
        return people.computeIfAbsent(key, k -> switch (k) {
            case "m", "f" -> Person.invent(words, random, 1948, 1988);
            case "c" -> Person.invent(words, random, 2005, 2025);
            case "s", "t" -> Person.invent(words, random, 1962, 1990);
            default -> Person.invent(words, random, 1955, 2003);
        });
    }

    /** Numbers by their form, words from the lists of the set; {@code list#2} is a second draw. */
    private String draw(String name) {
        String base = name.replaceAll("#.*", "");
        return switch (base) {
            case "n" -> Integer.toString(10 + random.nextInt(2_900));
            case "k" -> Integer.toString(1 + random.nextInt(9));
            case "nn" -> String.format("%02d", 1 + random.nextInt(40));
            case "y" ->
                Integer.toString(
                        java.util.Objects.requireNonNull(days.get("issuedDate")).getYear());
            case "mst" -> Formats.taxNumber(random);
            case "digits7" -> String.format("%07d", 1 + random.nextInt(9_999_999));
            case "digits6" -> String.format("%06d", 1 + random.nextInt(999_999));
            case "digits8" -> String.format("%08d", 1 + random.nextInt(99_999_999));
            case "digits12" -> String.format("%012d", random.nextLong(1_000_000_000_000L));
            case "letters2" -> "" + letter() + letter();
            case "letter" -> "" + letter();
            case "parcel" -> Integer.toString(1 + random.nextInt(990));
            case "sheet" -> Integer.toString(1 + random.nextInt(160));
            case "area" -> String.format(Locale.GERMANY, "%.1f", 60 + random.nextInt(90_000) / 10.0);
            case "money" -> String.format(Locale.GERMANY, "%,d", (1 + random.nextInt(900)) * 50_000L);
            case "hour" -> Integer.toString(7 + random.nextInt(10));
            case "minute" -> String.format("%02d", 5 * random.nextInt(12));
            case "para" -> paragraph(2 + random.nextInt(3));
            case "prose" -> words.one("prose", random);
            default -> words.one(base, random);
        };
    }

    private char letter() {
        return "ABCDEGHKLMNPQRSTVX".charAt(random.nextInt(18));
    }

    private String paragraph(int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : " ").append(words.one("prose", random)).append('.');
        }
        return text.toString();
    }
}
