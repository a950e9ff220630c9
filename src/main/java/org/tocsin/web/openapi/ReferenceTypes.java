package org.tocsin.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Takes out the type that the generator writes beside a reference. The reference says it already, and beside a class that it
 * has not read yet the generator writes {@code object}, whatever the class is: then nothing fits both.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ReferenceTypes implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null) {
            schema.setType(null);
        }
        return schema;
    }
}
