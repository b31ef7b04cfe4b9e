/** What the software keeps of documents and of the DMP of its patients. */
@NullMarked
package fr.socle.lps.dmp.record;

import org.jspecify.annotations.NullMarked;
