/** Keeps slow and greedy clients from taking the service away from the others. */
package org.tocsin.web.overload;
