package org.tocsin.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** The framework writes our answers; an instant has the same text in them as in what we hash and sign. */
@Singleton
class OneSpelling implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(Json.INSTANTS);
    }
}
