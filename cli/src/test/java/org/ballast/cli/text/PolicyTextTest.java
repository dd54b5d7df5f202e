package org.ballast.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ballast.model.InstancePolicy;
import org.junit.jupiter.api.Test;

class PolicyTextTest {
    @Test
    void policiesAreWrittenAsHaskellRecords() {
        assertThat(PolicyText.of(InstancePolicy.DEFAULT))
                .startsWith(
                        "IPolicy {iPolicyMinMaxISpecs = [MinMaxISpecs {minMaxISpecsMinSpec = ISpec {iSpecMemorySize ="
                                + " 128, iSpecCpuCount = 1, iSpecDiskSize = 1024, iSpecDiskCount = 1, iSpecNicCount = 1,"
                                + " iSpecSpindleUse = 1}, minMaxISpecsMaxSpec = ISpec {iSpecMemorySize = 32768,")
                .endsWith("iPolicyDiskTemplates = [DTDiskless,DTFile,DTSharedFile,DTPlain,DTBlock,DTDrbd8,DTRbd,DTExt,"
                        + "DTGluster], iPolicyVcpuRatio = 4.0, iPolicySpindleRatio = 32.0}");
    }
}
