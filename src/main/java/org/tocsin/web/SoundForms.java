package org.tocsin.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Checks the fields of forms that a page takes as a whole, as {@link SoundText} does for single ones. */
@Provider
public class SoundForms implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object read = context.proceed();
        if (read instanceof MultivaluedMap<?, ?> form) {
            form.forEach((name, values) -> {
                SoundText.checked((String) name);
                values.forEach(value -> SoundText.checked((String) value));
            });
        }
        return read;
    }
}
