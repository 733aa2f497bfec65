using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace ITScoring.Web.Features.Api;

/// <summary>The OpenAPI description of the API, made once: neither its operations nor the settings it names change while the site runs.</summary>
public sealed class ApiDescription([FromKeyedServices(ApiDescription.Version)] IOpenApiDocumentProvider documents)
{
    public const string Version = "v1";

    private readonly Lazy<Task<byte[]>> _json = new(async () =>
        Encoding.UTF8.GetBytes(await (await documents.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)));

    public Task<byte[]> ReadAsync() => _json.Value;

    public static void AddTo(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            // A number is a number and never a string with digits: so it is described, and so it is written.
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddOpenApi(Version, o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            o.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? name.StartsWith("Api", StringComparison.Ordinal) ? name[3..] : name : null;
            o.AddSchemaTransformer((schema, _, _) =>
            {
                // Every property is always written, with null where there is nothing.
                if (schema.Properties is { Count: > 0 } properties)
                    schema.Required = properties.Keys.ToHashSet();
                return Task.CompletedTask;
            });
            o.AddDocumentTransformer((document, context, _) =>
            {
                var portal = context.ApplicationServices.GetRequiredService<IOptions<PortalOptions>>().Value;
                var licence = context.ApplicationServices.GetRequiredService<IOptions<PublicationOptions>>().Value.Licence;
                document.Info = new OpenApiInfo
                {
                    Title = $"Dữ liệu mở: kết quả đánh giá mức độ ứng dụng CNTT, {portal.ProvinceBody}",
                    Version = Version,
                    Description = Text,
                    Contact = portal.Contact.Length > 0 ? new OpenApiContact { Name = portal.Contact } : null,
                    License = licence.Length > 0 ? new OpenApiLicense { Name = licence } : null,
                };
                // Addresses count from the portal itself, whatever it is called from outside.
                document.Servers = [new OpenApiServer { Url = "/" }];
                ExplainReferences(document);
                return Task.CompletedTask;
            });
        });
        services.AddSingleton<ApiDescription>();
    }

    /// <summary>The generator drops the explanation of a property that may be null and has a schema of its own.</summary>
    private static void ExplainReferences(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            var type = typeof(ApiDescription).Assembly.GetType($"{typeof(ApiDescription).Namespace}.Api{name}");
            foreach (var (property, value) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (string.IsNullOrEmpty(value.Description))
                    value.Description = type?.GetProperty(property, BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public)?.GetCustomAttribute<DescriptionAttribute>()?.Description;
            }
        }
    }

    private const string Text = """
        API chỉ đọc cho kết quả đã công bố, không cần đăng nhập. Chỉ có phần công khai của bản ghi đã phê duyệt; không có tên cá nhân.

        - Điểm là chuỗi có dấu chấm thập phân và luôn có hai chữ số sau dấu chấm, ví dụ "739.90", giống từng chữ số với record.json và các tệp CSV. Không làm tròn lại; khi tính toán hãy đọc thành số thập phân chính xác. Hạng, năm, số lần công bố là số nguyên.
        - Ngày theo dạng năm-tháng-ngày, thời điểm theo UTC.
        - Mọi thuộc tính đã nêu luôn có mặt; null nghĩa là không có giá trị. Phiên bản v1 có thể thêm thuộc tính mới, không đổi và không bỏ thuộc tính đã có.
        - Mỗi câu trả lời có ETag; gửi lại trong If-None-Match để nhận 304 khi dữ liệu chưa đổi. Bảng xếp hạng của một lần công bố không bao giờ đổi; đính chính là một lần công bố mới.
        - Lỗi được trả về dạng application/problem+json.
        - notice là điều phải nói kèm khi dùng lại số liệu.
        """;
}
