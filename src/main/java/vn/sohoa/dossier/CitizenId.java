package vn.sohoa.dossier;

/** 12-digit personal id (số định danh cá nhân). Never shown whole in lists and logs: see {@link #masked}. */
public record CitizenId(String value) {

    public CitizenId {
        if (!CodeFormat.CITIZEN.holds(value)) {
            throw new IllegalArgumentException("not a 12-digit personal id, length " + value.length());
        }
    }

    /** All but the last three digits hidden. */
    public String masked() {
        return OwnerId.mask(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
