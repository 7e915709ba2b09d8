package vn.sohoa.workflow.transfer;

/**
 * Where a copy stands.
 *
 * @param stage what is being done
 * @param done objects or rows dealt with
 * @param total of them, 0 where it is not known beforehand
 */
public record CopyProgress(Stage stage, long done, long total) {

    /** The stages, in their order. */
    public enum Stage {
        OBJECTS,
        ROWS,
        INDEX,
        VERIFY,
        LOCKS
    }
}
