package fr.socle.bench.world;

class MemoryWorldStoreTest extends WorldStoreContract {
  @Override
  WorldStore empty() {
    return new MemoryWorldStore();
  }
}
