/** What the directory of the secure mail publishes of the world; knows no transport. */
@NullMarked
package fr.socle.mss.directory.service;

import org.jspecify.annotations.NullMarked;
