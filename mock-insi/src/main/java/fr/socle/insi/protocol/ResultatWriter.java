package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapStyle;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.SoapWriter;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.insi.service.AnswerForm;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.PrefixStyle;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Writes RESULTAT, the answer of both searches: insi.md 2.5 (S:1, S:2, S:3). */
final class ResultatWriter {
  // insi.md 5.1 (S:8, S:15)
  private static final String NIA = "1.2.250.1.213.1.4.9";

  private final AnswerForm form;

  private ResultatWriter(AnswerForm form) {
    this.form = form;
  }

  static byte[] write(InsiAnswer answer, AnswerForm form) {
    SoapStyle envelope =
        form.prefixes() == PrefixStyle.MIXED
            ? new SoapStyle("soap", "env", "S")
            : SoapStyle.plain("soap");
    return new SoapWriter(SoapVersion.SOAP_12, envelope)
        .message(out -> new ResultatWriter(form).resultat(answer, out));
  }

  private void resultat(InsiAnswer answer, XmlWriter out) {
    out.start(outer("RESULTAT"));
    out.start(outer("CR"));
    out.element(outer("CodeCR"), answer.code());
    out.element(outer("LibelleCR"), answer.label());
    out.end();
    if (answer.identity() != null) {
      individu(answer.identity(), out);
    }
    out.end();
  }

  private void individu(FoundIdentity identity, XmlWriter out) {
    out.start(inner("INDIVIDU"));
    ins("INSACTIF", identity.active(), out);
    identity.former().forEach(former -> ins("INSHISTO", former, out));
    out.start(inner("TIQ"));
    FoundIdentity.TRAITS.forEach(trait -> optional(trait, identity.traits().get(trait), out));
    out.end().end();
  }

  private void ins(String name, FoundIdentity.InsNumber ins, XmlWriter out) {
    boolean datesFirst = form.datesFirst() && name.equals("INSHISTO");
    out.start(inner(name));
    if (datesFirst) {
      dates(ins, out);
    }
    out.start(inner("IdIndividu"));
    out.element(inner("NumIdentifiant"), ins.matricule());
    optional("Cle", ins.key(), out);
    if (form.numberTypes()) {
      out.element(inner("TypeMatricule"), ins.oid().equals(NIA) ? "NIA" : "NIR");
    }
    out.end();
    out.element(inner("OID"), ins.oid());
    if (!datesFirst) {
      dates(ins, out);
    }
    out.end();
  }

  private void dates(FoundIdentity.InsNumber ins, XmlWriter out) {
    optional("DateDeb", ins.from(), out);
    optional("DateFin", ins.to(), out);
  }

  private void optional(String name, @Nullable String value, XmlWriter out) {
    if (value != null) {
      out.element(inner(name), value);
    }
  }

  private QName outer(String local) {
    return name(local, form.prefixes() == PrefixStyle.NS2);
  }

  private QName inner(String local) {
    return name(local, form.prefixes() != PrefixStyle.DEFAULT);
  }

  private static QName name(String local, boolean prefixed) {
    return prefixed
        ? new QName(InsiContract.RESULTAT, local, "ns2")
        : new QName(InsiContract.RESULTAT, local);
  }
}
