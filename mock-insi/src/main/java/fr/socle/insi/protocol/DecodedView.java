package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.insi.service.Control;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.InsiFault;
import fr.socle.insi.service.InsiOutcome;
import fr.socle.insi.service.TraitSearch;
import fr.socle.insi.service.Verification;
import fr.socle.insi.service.VitaleSearch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The view of a call that the journal keeps and people read; names are those of the wire. */
final class DecodedView {
  private DecodedView() {}

  static Map<String, Object> of(InsiRequest request, @Nullable InsiOutcome outcome) {
    Map<String, Object> view = new LinkedHashMap<>();
    SoapOperation operation = request.dispatch().operation();
    put(view, "operation", operation == null ? null : operation.name());
    put(view, "soap", request.soap().version().number());
    put(view, "messageId", request.messageId());
    ContexteLps lps = request.lps();
    if (lps != null) {
      Map<String, Object> context = new LinkedHashMap<>();
      put(context, "emetteur", lps.emetteur());
      put(context, "idam", lps.idam());
      put(context, "nom", lps.nom());
      put(context, "instance", lps.instance());
      view.put("contexteLps", context);
    }
    if (!request.assertions().isEmpty()) {
      view.put("assertions", request.assertions().stream().map(DecodedView::assertion).toList());
    }
    if (request.token() != null) {
      view.put("jeton", "présent");
    }
    if (request.search() != null) {
      view.put("recherche", search(request.search()));
    }
    if (request.card() != null) {
      view.put("carteVitale", card(request.card()));
    }
    if (request.verification() != null) {
      view.put("verification", verification(request.verification()));
      view.put("contratSuppose", true);
    }
    if (outcome != null) {
      view.put("reponse", response(outcome));
    }
    return view;
  }

  private static Map<String, Object> search(TraitSearch search) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "nomNaissance", search.birthName());
    view.put("prenoms", search.firstNames());
    put(view, "sexe", search.sex());
    put(view, "dateNaissance", search.birthDate());
    put(view, "lieuNaissance", search.birthPlace());
    return view;
  }

  private static Map<String, Object> assertion(SamlAssertion assertion) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "type", assertion.nameQualifier());
    put(view, "porteur", assertion.nameId());
    put(view, "emise", assertion.issueInstant());
    AssertionSignature signature = assertion.signature();
    String held = signature != null && signature.isOfVitale() ? "empreinte juste" : "valable";
    String defect = signature == null ? null : signature.defect();
    view.put("signature", signature == null ? "absente" : defect == null ? held : defect);
    if (signature != null && signature.certificate() != null) {
      view.put("certificat", CardCertificate.subject(signature.certificate()));
    }
    return view;
  }

  private static Map<String, Object> verification(Verification asked) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "matricule", asked.number());
    put(view, "cle", asked.key());
    put(view, "oid", asked.oid());
    put(view, "nomNaissance", asked.birthName());
    put(view, "prenom", asked.firstName());
    put(view, "listePrenom", asked.firstNameList());
    put(view, "sexe", asked.sex());
    put(view, "dateNaissance", asked.birthDate());
    put(view, "lieuNaissance", asked.birthPlace());
    return view;
  }

  private static Map<String, Object> card(VitaleSearch card) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "matriculeIndividu", card.own() == null ? null : card.own().number());
    put(view, "matriculeOuvrantDroit", card.opener() == null ? null : card.opener().number());
    put(view, "nomNaissance", card.birthName());
    put(view, "dateNaissance", card.birthDate());
    put(view, "rangNaissance", card.rank());
    return view;
  }

  private static Map<String, Object> response(InsiOutcome outcome) {
    Map<String, Object> view = new LinkedHashMap<>();
    InsiFault fault = outcome.fault();
    if (fault != null) {
      view.put("faute", fault.code());
      if (fault.assumed()) {
        view.put("fauteSupposee", true);
      }
    }
    InsiAnswer answer = outcome.answer();
    if (answer != null) {
      view.put("codeCR", answer.code());
      FoundIdentity identity = answer.identity();
      if (identity != null) {
        view.put("matricule", identity.active().matricule());
        put(view, "cle", identity.active().key());
        view.put("oid", identity.active().oid());
        view.put("traits", new TreeMap<>(identity.traits()));
        view.put("historique", identity.former().size());
      }
    }
    if (!outcome.failed().isEmpty()) {
      Map<String, Object> controls = new LinkedHashMap<>();
      for (Control control : Control.values()) {
        put(controls, control.settingName(), outcome.failed().get(control));
      }
      view.put("controlesEchoues", controls);
    }
    return view;
  }

  private static void put(Map<String, Object> view, String name, @Nullable String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
