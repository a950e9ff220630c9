/** Lists in parts: one envelope, one largest part, one way to the next. */
package org.tocsin.web.paging;
