package vn.sohoa.search;

import java.nio.file.Path;

class LuceneRelevanceTest extends SearchRelevanceContract {

    @Override
    DocumentIndex open(Path place) {
        return DocumentIndexes.lucene(place);
    }
}
