/** What Pro Santé Connect knows and decides: clients, sessions, codes, tokens. No HTTP here. */
@NullMarked
package fr.socle.psc.service;

import org.jspecify.annotations.NullMarked;
