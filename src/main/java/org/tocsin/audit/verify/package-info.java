/** Checks a log, or evidence out of one, as somebody who trusts nobody: what {@code bin/verify} runs. */
package org.tocsin.audit.verify;
