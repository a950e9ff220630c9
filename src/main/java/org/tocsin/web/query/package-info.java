/** The query of an address: which parameters an operation knows, and what is answered when others are sent. */
package org.tocsin.web.query;
