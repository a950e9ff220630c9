package org.tocsin.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The one way in which our records become JSON and come back: strict, exact, nothing written that is not there. */
public final class Json {

    static final Module INSTANTS = new SimpleModule("instants")
            .addSerializer(Instant.class, new WriteInstant())
            .addDeserializer(Instant.class, new ReadInstant());

    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(INSTANTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            // An empty list and no list say the same, so they are written the same.
            .withConfigOverride(List.class, o -> o.setInclude(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL)))
            .build();

    private static final class WriteInstant extends StdScalarSerializer<Instant> {

        WriteInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Instants.write(value));
        }
    }

    private static final class ReadInstant extends StdScalarDeserializer<Instant> {

        ReadInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            Instant instant = Instants.parse(text).instant();
            return instant != null ? instant : (Instant) context.handleWeirdStringValue(Instant.class, text,
                    "not an RFC 3339 time with offset, e.g. %s", Instants.EXAMPLE);
        }
    }

    /** Reads what we wrote ourselves and kept. */
    public static JsonNode tree(byte[] stored) {
        try {
            return MAPPER.readTree(stored);
        } catch (IOException e) {
            throw new UncheckedIOException("stored JSON cannot be read", e);
        }
    }

    /** Binds what we wrote ourselves and kept. */
    public static <T> T read(byte[] stored, Class<T> type) {
        try {
            return MAPPER.readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException("stored JSON cannot be read as " + type.getSimpleName(), e);
        }
    }

    /** The word that stands for a constant on the wire; null for null. */
    public static String word(Enum<?> constant) {
        return MAPPER.convertValue(constant, String.class);
    }

    /** Reads a list of words that we wrote ourselves. */
    public static List<String> words(String stored) {
        List<String> words = new ArrayList<>();
        tree(stored.getBytes(StandardCharsets.UTF_8)).forEach(word -> words.add(word.textValue()));
        return words;
    }

    private Json() {
    }
}
