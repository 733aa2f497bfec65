namespace ITScoring.Web.Startup;

/// <summary>One of the province's shared systems that hold figures of agencies (<c>Portal:SharedSystems</c>).</summary>
public sealed class SharedSystem
{
    /// <summary>Kept with every figure: lower-case letters, digits and hyphens, e.g. <c>qlvb</c>. Figures of a code that is taken away stay, under the code.</summary>
    public string Code { get; set; } = "";

    /// <summary>E.g. "Hệ thống quản lý văn bản và điều hành".</summary>
    public string Name { get; set; } = "";

    /// <summary>For tables, e.g. "QLVB&amp;ĐH".</summary>
    public string ShortName { get; set; } = "";
}
