using System.ComponentModel.DataAnnotations;

namespace ITScoring.Web.Startup;

/// <summary>Where metrics and traces go (section <c>Telemetry</c>).</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>Address of an OpenTelemetry collector, e.g. <c>http://127.0.0.1:4317</c>; empty: nothing is measured for the outside.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary><c>grpc</c> (port 4317) or <c>http/protobuf</c> (port 4318; the signal's path is put behind the endpoint).</summary>
    public string Protocol { get; set; } = "grpc";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length > 0 && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")))
            yield return new ValidationResult($"Cấu hình Telemetry:Endpoint là “{Endpoint}”, nhưng phải là địa chỉ http:// hoặc https:// của bộ thu OpenTelemetry.");
        if (Protocol is not ("grpc" or "http/protobuf"))
            yield return new ValidationResult($"Cấu hình Telemetry:Protocol là “{Protocol}”, nhưng chỉ nhận grpc hoặc http/protobuf.");
    }
}
