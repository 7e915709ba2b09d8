package vn.sohoa.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kinds of columns that we use, each with a form in JSON that is the same on H2 and PostgreSQL and loses nothing. */
enum ColumnKind {
    TEXT(Types.VARCHAR) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        Object parse(Object json) {
            return json;
        }
    },
    NUMBER(Types.BIGINT) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : (Object) row.getLong(column);
        }

        @Override
        Object parse(Object json) {
            return ((Number) json).longValue();
        }
    },
    FLAG(Types.BOOLEAN) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : (Object) row.getBoolean(column);
        }

        @Override
        Object parse(Object json) {
            return json;
        }
    },
    /** In hexadecimal: the shortest decimal form changed between versions of Java. */
    REAL(Types.DOUBLE) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column) == null ? null : Double.toHexString(row.getDouble(column));
        }

        @Override
        Object parse(Object json) {
            return Double.valueOf((String) json);
        }
    },
    ID(Types.OTHER) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            UUID id = row.getObject(column, UUID.class);
            return id == null ? null : id.toString();
        }

        @Override
        Object parse(Object json) {
            return UUID.fromString((String) json);
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant().toString();
        }

        @Override
        Object parse(Object json) {
            return Database.timestamp(Instant.parse((String) json));
        }
    },
    DAY(Types.DATE) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            LocalDate day = row.getObject(column, LocalDate.class);
            return day == null ? null : day.toString();
        }

        @Override
        Object parse(Object json) {
            return LocalDate.parse((String) json);
        }
    };

    private final int sqlType;

    ColumnKind(int sqlType) {
        this.sqlType = sqlType;
    }

    /** By the name that the SQL standard gives the type, which both databases list. */
    static ColumnKind of(String type) {
        return switch (type) {
            case "character varying" -> TEXT;
            case "bigint", "integer", "smallint" -> NUMBER;
            case "boolean" -> FLAG;
            case "double precision" -> REAL;
            case "uuid" -> ID;
            case "timestamp with time zone" -> INSTANT;
            case "date" -> DAY;
            default -> throw new IllegalStateException("no portable form for columns of type " + type);
        };
    }

    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    /** The value that {@link #read} gave, as the drivers take it. */
    abstract Object parse(Object json);

    void bind(PreparedStatement statement, int parameter, @Nullable Object json) throws SQLException {
        if (json == null) {
            statement.setNull(parameter, sqlType);
        } else {
            statement.setObject(parameter, parse(json));
        }
    }
}
