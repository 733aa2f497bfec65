using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ITScoring.Web.Startup;

/// <summary>Properties of posted forms are called as their fields are on the page ("userName"), so that the error summary's links find the fields.</summary>
public sealed class CamelCaseNames : IBindingMetadataProvider
{
    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, Name: { } name, ContainerType: { } form } && form.Assembly == typeof(CamelCaseNames).Assembly && !form.IsAssignableTo(typeof(ControllerBase)))
            context.BindingMetadata.BinderModelName ??= JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
