using System.Linq.Expressions;
using ITScoring.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ITScoring.Data.Configurations;

/// <summary>The kinds of columns and relationships that the configurations share.</summary>
internal static class Columns
{
    private const string CodeMark = "ITScoring:Code";

    /// <summary>A code: short, and compared by its bytes on every database.</summary>
    public static PropertyBuilder<T> IsCode<T>(this PropertyBuilder<T> property)
    {
        property.HasMaxLength(Lengths.Code);
        property.Metadata.SetAnnotation(CodeMark, true);
        return property;
    }

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static PropertyBuilder<T> IsSha256<T>(this PropertyBuilder<T> property) => property.HasMaxLength(Lengths.Sha256).IsUnicode(false);

    /// <summary>The account that did something. Accounts are never deleted, so nothing is looked up by this column and it has no index.</summary>
    public static void RefersToUser<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> userId)
        where T : class => entity.HasOne<AppUser>().WithMany().HasForeignKey(userId).OnDelete(DeleteBehavior.Restrict);

    /// <summary>A row that is part of another and goes when its owner drops it; the database itself never cascades.</summary>
    public static void IsPart<TOwner, TPart>(this ReferenceCollectionBuilder<TOwner, TPart> relationship)
        where TOwner : class
        where TPart : class => relationship.OnDelete(DeleteBehavior.ClientCascade);

    /// <summary>Whether the property was called a code; the mark itself does not go into the model.</summary>
    public static bool TakeCodeMark(this IMutableProperty property) => property.RemoveAnnotation(CodeMark) is not null;
}
