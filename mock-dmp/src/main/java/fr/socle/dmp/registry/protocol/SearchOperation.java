package fr.socle.dmp.registry.protocol;

import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpCall;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpReply;
import fr.socle.dmp.protocol.DmpRequest;
import fr.socle.dmp.registry.service.Access;
import fr.socle.dmp.registry.service.AdhocQuery;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistryError;
import fr.socle.dmp.registry.service.SearchResult;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpServiceFault;
import fr.socle.documents.xds.Slot;
import java.util.List;
import java.util.Map;

/** ITI-18: TD3.1a, metadata, and TD3.1b, by reference (dmp.md 1.2, 1.10). */
final class SearchOperation extends DocumentOperation {
  static final String TD3_1A = "DMP TD3.1a";
  static final String TD3_1B = "DMP TD3.1b";

  SearchOperation(Registry registry) {
    super(registry, DmpContract.REGISTRY, Ihe.STORED_QUERY, "Response");
  }

  @Override
  public String transaction(XmlElement body) {
    return query(body).byReference() ? TD3_1B : TD3_1A;
  }

  @Override
  public String seeming(String words) {
    return words.contains("\"ObjectRef\"")
            && words.contains(AdhocQuery.Kind.GET_DOCUMENTS.urn())
            && !words.contains("$XDSDocumentEntryEntryUUID")
        ? TD3_1B
        : TD3_1A;
  }

  @Override
  public Object decode(DmpRequest request, XmlElement body) {
    return query(body);
  }

  static AdhocQuery query(XmlElement body) {
    XmlElement query = body.child(Ihe.rim("AdhocQuery")).orElse(null);
    boolean references =
        body.child(Ihe.query("ResponseOption"))
            .flatMap(option -> option.attribute("returnType"))
            .filter("ObjectRef"::equals)
            .isPresent();
    return query == null
        ? new AdhocQuery("", references, List.of())
        : new AdhocQuery(
            query.attribute("id").orElse(""),
            references,
            query.children(Ihe.rim("Slot")).stream().map(SearchOperation::slot).toList());
  }

  private static Slot slot(XmlElement slot) {
    return new Slot(
        slot.attribute("name").orElse(""),
        slot.children(Ihe.rim("ValueList")).stream()
            .flatMap(list -> list.children(Ihe.rim("Value")).stream())
            .map(XmlElement::text)
            .toList());
  }

  @Override
  DmpReply answer(DmpCall call, Access access) {
    AdhocQuery query = call.content(AdhocQuery.class);
    SearchResult found = registry().find(query, access);
    boolean partial =
        !found.objects().isEmpty()
            && call.faults().take(DmpServiceFault.PARTIAL.label()).isPresent();
    SearchResult result =
        partial ? found.withoutLast("Un objet est retenu par une panne du banc.") : found;
    return result.errors().isEmpty() || partial
        ? DmpReply.of(
            RegistryAnswers.found(result, query.references()),
            Map.of(
                "requete",
                query.kind().map(Enum::name).orElse(query.id()),
                "resultats",
                result.objects().size()))
        : DmpReply.refused(
            RegistryAnswers.found(result, query.references()), result.errors().get(0).refusal());
  }

  @Override
  DmpReply refused(RegistryError error, DmpRefusal refusal) {
    return DmpReply.refused(
        RegistryAnswers.found(new SearchResult(List.of(), List.of(error)), false), refusal);
  }
}
