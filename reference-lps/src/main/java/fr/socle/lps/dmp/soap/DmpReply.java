package fr.socle.lps.dmp.soap;

import java.util.Map;
import org.w3c.dom.Element;

/**
 * What the DMP answered.
 *
 * @param body the element of the answer
 * @param documents bytes of the documents that came with it, by Content-ID
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record DmpReply(Element body, Map<String, byte[]> documents) {

  public DmpReply {
    documents = Map.copyOf(documents);
  }
}
