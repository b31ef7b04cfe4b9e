/** The national health identity: matricule, key and authority. */
@NullMarked
package fr.socle.documents.ins;

import org.jspecify.annotations.NullMarked;
