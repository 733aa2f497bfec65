using System.CommandLine;
using System.Text.Json;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands.Sbom;

/// <summary><c>sbom [--out FILE]</c>: the bill of materials of this program as CycloneDX 1.6, from what lies beside it; needs no database.</summary>
public static class SbomCommand
{
    public static Command Create(CommandOutput output)
    {
        var file = new Option<string?>("--out") { Description = "Tệp kết quả; không có thì ghi ra đầu ra chuẩn." };
        var command = new Command("sbom", "Ghi danh mục thành phần phần mềm (CycloneDX 1.6, JSON).") { file };
        command.SetAction((parsed, _) => RunAsync(output, parsed.GetValue(file)));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string? file)
    {
        var dependencies = Path.ChangeExtension(typeof(SbomCommand).Assembly.Location, ".deps.json");
        if (await output.ReadAsync(dependencies) is not { } bytes)
            return ExitCode.Unusable;
        try
        {
            return await output.ResultAsync(BillOfMaterials.Write(bytes, Telemetry.Version, TimeProvider.System.UtcNow()), file);
        }
        catch (JsonException)
        {
            output.Problem($"{dependencies}: không đọc được; cài lại chương trình.");
            return ExitCode.Unusable;
        }
    }
}
