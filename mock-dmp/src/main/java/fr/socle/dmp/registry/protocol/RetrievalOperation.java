package fr.socle.dmp.registry.protocol;

import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.Attachment;
import fr.socle.dmp.protocol.DmpCall;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpReply;
import fr.socle.dmp.protocol.DmpRequest;
import fr.socle.dmp.protocol.Packaging;
import fr.socle.dmp.registry.service.Access;
import fr.socle.dmp.registry.service.MediaType;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistryError;
import fr.socle.dmp.registry.service.Retrieved;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpServiceFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ITI-43: TD3.2 (dmp.md 1.11). */
final class RetrievalOperation extends DocumentOperation {
  static final String TD3_2 = "DMP TD3.2";
  private static final Packaging MTOM = new MtomPackaging();

  RetrievalOperation(Registry registry) {
    super(registry, DmpContract.REPOSITORY, Ihe.RETRIEVE, "Response");
  }

  @Override
  public String transaction(XmlElement body) {
    return TD3_2;
  }

  @Override
  public String seeming(String words) {
    return TD3_2;
  }

  @Override
  public Packaging packaging() {
    return MTOM;
  }

  @Override
  public Object decode(DmpRequest request, XmlElement body) {
    return new WantedDocuments(
        body.children(Ihe.ihe("DocumentRequest")).stream()
            .map(
                one ->
                    new Retrieved.Wanted(
                        one.textOf(Ihe.ihe("RepositoryUniqueId")).orElse(""),
                        one.textOf(Ihe.ihe("DocumentUniqueId")).orElse("")))
            .toList());
  }

  @Override
  DmpReply answer(DmpCall call, Access access) {
    WantedDocuments wanted = call.content(WantedDocuments.class);
    Retrieved found = registry().retrieve(wanted.documents(), access);
    Retrieved retrieved =
        found.documents().isEmpty() || call.faults().take(DmpServiceFault.PARTIAL.label()).isEmpty()
            ? found
            : found.withoutLast("Document retenu par une panne du banc.");
    Map<String, Attachment> parts = new LinkedHashMap<>();
    for (Retrieved.Document document : retrieved.documents()) {
      parts.put(
          partId(parts.size()),
          new Attachment(
              MediaType.isOne(document.mimeType()) ? document.mimeType() : MediaType.UNKNOWN,
              document.bytes()));
    }
    boolean nothing = retrieved.documents().isEmpty();
    DmpReply reply =
        new DmpReply(
            written(retrieved),
            parts,
            nothing ? retrieved.errors().get(0).refusal() : null,
            Map.of(
                "documents",
                retrieved.documents().stream().map(Retrieved.Document::uniqueId).toList(),
                "erreurs",
                retrieved.errors().stream().map(RegistryError::code).toList()));
    return parts.isEmpty() || call.faults().take(DmpServiceFault.CUT_PART.label()).isEmpty()
        ? reply
        : reply.cutInside();
  }

  private static String partId(int rank) {
    return "document" + (rank + 1) + "@dmp";
  }

  private static XmlContent written(Retrieved retrieved) {
    String status =
        retrieved.errors().isEmpty()
            ? Ihe.SUCCESS
            : retrieved.documents().isEmpty() ? Ihe.FAILURE : Ihe.PARTIAL;
    return out -> {
      out.start(Ihe.ihe("RetrieveDocumentSetResponse"));
      RegistryAnswers.outcome(retrieved.errors(), status).writeTo(out);
      int rank = 0;
      for (Retrieved.Document document : retrieved.documents()) {
        out.start(Ihe.ihe("DocumentResponse"))
            .element(Ihe.ihe("RepositoryUniqueId"), DmpContract.REPOSITORY_ID)
            .element(Ihe.ihe("DocumentUniqueId"), document.uniqueId())
            .element(Ihe.ihe("mimeType"), document.mimeType())
            .start(Ihe.DOCUMENT)
            .start(Ihe.INCLUDE)
            .attribute("href", "cid:" + partId(rank++))
            .end()
            .end()
            .end();
      }
      out.end();
    };
  }

  @Override
  DmpReply refused(RegistryError error, DmpRefusal refusal) {
    return DmpReply.refused(written(new Retrieved(List.of(), List.of(error))), refusal);
  }
}
