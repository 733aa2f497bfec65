using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Workshop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BegunAt",
                table: "CriteriaSetVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "InForceAt",
                table: "CriteriaSetVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "CriteriaSetVersions",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "CriteriaSetVersions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "CriteriaSetVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SetComments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CriteriaSetVersionId = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ResolvedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SetComments_CriteriaSetVersions_CriteriaSetVersionId",
                        column: x => x.CriteriaSetVersionId,
                        principalTable: "CriteriaSetVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SetComments_Users_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SetComments_Users_ResolvedById",
                        column: x => x.ResolvedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SetItemChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SetKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ItemKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ItemVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetItemChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SetItemChanges_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SetItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CriteriaSetVersionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    GroupKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SetItems_CriteriaSetVersions_CriteriaSetVersionId",
                        column: x => x.CriteriaSetVersionId,
                        principalTable: "CriteriaSetVersions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SetReviewers",
                columns: table => new
                {
                    CriteriaSetVersionId = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreedSha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetReviewers", x => new { x.CriteriaSetVersionId, x.UserId });
                    table.ForeignKey(
                        name: "FK_SetReviewers_CriteriaSetVersions_CriteriaSetVersionId",
                        column: x => x.CriteriaSetVersionId,
                        principalTable: "CriteriaSetVersions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SetReviewers_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SetComments_CriteriaSetVersionId",
                table: "SetComments",
                column: "CriteriaSetVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_SetItemChanges_SetKey_ItemKey",
                table: "SetItemChanges",
                columns: new[] { "SetKey", "ItemKey" });

            migrationBuilder.CreateIndex(
                name: "IX_SetItems_CriteriaSetVersionId_Key",
                table: "SetItems",
                columns: new[] { "CriteriaSetVersionId", "Key" },
                unique: true);

            migrationBuilder.MakeAppendOnlyOnSqlite("SetItemChanges");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SetComments");

            migrationBuilder.DropTable(
                name: "SetItemChanges");

            migrationBuilder.DropTable(
                name: "SetItems");

            migrationBuilder.DropTable(
                name: "SetReviewers");

            migrationBuilder.DropColumn(
                name: "BegunAt",
                table: "CriteriaSetVersions");

            migrationBuilder.DropColumn(
                name: "InForceAt",
                table: "CriteriaSetVersions");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "CriteriaSetVersions");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "CriteriaSetVersions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "CriteriaSetVersions");
        }
    }
}
