package org.citylake.metrics.export.suite;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/**
 * The numbers that RFC 6979 (section 3.2) derives from a private key and a hash, one after the
 * other, in the place of numbers of chance.
 */
final class DerivedRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient HMacDSAKCalculator numbers;

  private DerivedRandom(HMacDSAKCalculator numbers) {
    this.numbers = numbers;
  }

  static DerivedRandom of(ECPrivateKeyParameters key, byte[] hash) {
    HMacDSAKCalculator numbers = new HMacDSAKCalculator(new SM3Digest());
    BigInteger order = key.getParameters().getN();
    numbers.init(order, key.getD(), hash);
    return new DerivedRandom(numbers);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    byte[] next = BigIntegers.asUnsignedByteArray(bytes.length, numbers.nextK());
    System.arraycopy(next, 0, bytes, 0, bytes.length);
  }
}
