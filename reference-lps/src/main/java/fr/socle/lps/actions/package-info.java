/** What a user does with the software: records, login, INSi search, as driver actions. */
@NullMarked
package fr.socle.lps.actions;

import org.jspecify.annotations.NullMarked;
