/** Conditional requests (RFC 9110 section 13): names the state of what is read, and holds writes to the state that was read. */
package org.tocsin.conditional;
