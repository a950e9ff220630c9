/** Completes the API description with what is the same for all operations, and takes out what the generator guessed. */
package org.tocsin.web.openapi;
