package vn.sohoa.reading;

import java.nio.file.Path;

/** A parent to be killed: reads one file, names its reader, and reads on and on. */
final class ParentMain {

    private ParentMain() {}

    public static void main(String[] args) {
        ReaderPool pool = new ReaderPool(ReaderSettings.small(Path.of(args[0]), 60), ReaderMain.class.getName());
        pool.read(Path.of(args[1]), ReadingRequest.of(Part.WORDS));
        pool.processes().forEach(reader -> System.out.println("READER " + reader.pid()));
        while (true) {
            pool.read(Path.of(args[1]), ReadingRequest.of(Part.WORDS));
        }
    }
}
