package fr.socle.psc.service;

import java.util.List;
import java.util.Optional;

/** The professionals who can log in. Called from several threads. */
public interface ProfessionalDirectory {
  /** Everybody, in the order of the login page. */
  List<CareProfessional> all();

  /** Who has this national identifier, such as {@code 899990000012}. */
  Optional<CareProfessional> find(String nationalId);
}
