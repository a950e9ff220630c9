/** Brings the database's schema up to date, outside the service and with the owner's role; the service only checks the result. */
package org.tocsin.migration;
